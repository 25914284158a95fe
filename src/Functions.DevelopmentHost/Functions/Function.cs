using DevelopmentHosting.Protocol;

namespace DevelopmentHosting.Functions;

/// <summary>One function of the app, as its worker describes it.</summary>
/// <param name="Metadata">The description, which goes back to the worker unchanged when the function is loaded.</param>
/// <param name="Trigger">What sets it off; null for a trigger that this host has not.</param>
internal sealed record Function(RpcFunctionMetadata Metadata, Trigger? Trigger)
{
    public string Id => Metadata.FunctionId;

    public string Name => Metadata.Name;

    /// <summary>The full name of the class that declares it.</summary>
    public string ClassName => Metadata.EntryPoint[..Metadata.EntryPoint.LastIndexOf('.')];

    public static Function Read(RpcFunctionMetadata metadata) =>
        new(metadata, metadata.RawBindings.Select(Trigger.Read).FirstOrDefault(trigger => trigger is not null));
}
