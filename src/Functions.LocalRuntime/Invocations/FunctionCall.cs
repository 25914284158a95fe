using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalFunctions.Invocations;

/// <summary>The innermost step: bind the parameters, make the class, call the method, keep what it returned.</summary>
internal static class FunctionCall
{
    public static async Task ExecuteAsync(FunctionContext context)
    {
        var state = InvocationState.Of(context);
        var function = ((LocalFunctionContext)context).Function;
        var method = function.Method;

        var arguments = function.Parameters.Select(parameter => ParameterBinder.Bind(function, parameter, context)).ToArray();
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(context.InstanceServices, method.DeclaringType!);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        state.Result = await ResultOfAsync(method.ReturnType, returned);
    }

    private static async Task<object?> ResultOfAsync(Type declared, object? returned)
    {
        if (returned is ValueTask valueTask)
        {
            await valueTask;
            return null;
        }

        var isGeneric = declared.IsGenericType;
        var task =
            isGeneric && declared.GetGenericTypeDefinition() == typeof(ValueTask<>)
                ? (Task)declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!
                : returned as Task;
        if (task is null)
            return returned;

        await task;
        return isGeneric ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }
}
