using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalFunctions.Functions;

/// <summary>One method marked <c>[Function]</c>, with its trigger.</summary>
internal sealed class FunctionEntry
{
    private FunctionEntry(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Parameters = method.GetParameters();
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        Definition = new LocalFunctionDefinition(this);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo[] Parameters { get; }

    public ParameterInfo TriggerParameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public LocalFunctionDefinition Definition { get; }

    public TriggerKind Kind =>
        Trigger switch
        {
            HttpTriggerAttribute => TriggerKind.Http,
            QueueTriggerAttribute => TriggerKind.Queue,
            TimerTriggerAttribute => TriggerKind.Timer,
            _ => throw new NotSupportedException($"{Name}: the local runtime has no {Trigger.GetType().Name}."),
        };

    public static FunctionEntry? TryFrom(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            return null;

        var triggers = method
            .GetParameters()
            .Select(parameter => (parameter, attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.attribute is not null)
            .ToArray();
        return triggers is [var (parameter, attribute)]
            ? new FunctionEntry(function.Name, method, parameter, attribute!)
            : throw new InvalidOperationException(
                $"Function '{function.Name}' needs exactly one parameter with a trigger attribute; it has {triggers.Length}."
            );
    }
}
