using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Functions;

internal sealed class LocalFunctionDefinition(FunctionEntry entry) : FunctionDefinition
{
    private const string ReturnValue = "$return";

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
    [.. entry.Parameters.Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override string PathToAssembly => entry.Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint => $"{entry.Method.DeclaringType!.FullName}.{entry.Method.Name}";

    public override string Id => entry.Name;

    public override string Name => entry.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        Single(entry.TriggerParameter.Name!, TriggerType(entry), BindingDirection.In);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        entry.Kind is TriggerKind.Http
            ? Single(ReturnValue, "http", BindingDirection.Out)
            : ImmutableDictionary<string, BindingMetadata>.Empty;

    private static string TriggerType(FunctionEntry entry) =>
        entry.Kind switch
        {
            TriggerKind.Http => "httpTrigger",
            TriggerKind.Queue => "queueTrigger",
            TriggerKind.Timer => "timerTrigger",
            _ => throw new NotSupportedException($"Unknown trigger kind {entry.Kind}."),
        };

    private static ImmutableDictionary<string, BindingMetadata> Single(string name, string type, BindingDirection direction) =>
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(name, new LocalBindingMetadata(name, type, direction));
}
