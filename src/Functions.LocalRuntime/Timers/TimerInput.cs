using System.Text.Json;
using LocalFunctions.Invocations;
using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Timers;

internal sealed class TimerInput(TimerInfo info) : TriggerInput
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?>();

    public override object? Convert(Type type)
    {
        if (type == typeof(TimerInfo))
            return info;
        return type == typeof(string) ? JsonSerializer.Serialize(info) : throw CannotBind(type);
    }
}
