using System.ComponentModel;
using System.Reflection;
using LocalFunctions.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Invocations;

/// <summary>
/// The value of one parameter: the trigger, the context, the cancellation token, or binding data of the same name
/// (route values, query values, message properties).
/// </summary>
internal static class ParameterBinder
{
    public static object? Bind(FunctionEntry function, ParameterInfo parameter, FunctionContext context)
    {
        var type = parameter.ParameterType;
        if (parameter == function.TriggerParameter)
            return InvocationState.Of(context).Input.Convert(type);
        if (type == typeof(FunctionContext))
            return context;
        if (type == typeof(CancellationToken))
            return context.CancellationToken;
        return context.BindingContext.BindingData.TryGetValue(parameter.Name!, out var value) && value is string text
            ? FromText(text, type, parameter.Name!)
            : Missing(parameter);
    }

    private static object? FromText(string text, Type type, string name)
    {
        if (type == typeof(string))
            return text;

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or NotSupportedException)
        {
            // The text comes from outside and is not repeated here.
            throw new InvalidOperationException($"Parameter '{name}' cannot be converted to {type.Name}.", wrong);
        }
    }

    private static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }
}
