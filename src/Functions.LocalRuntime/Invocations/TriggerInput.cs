namespace LocalFunctions.Invocations;

/// <summary>What set a function off. Each trigger gives its own value and binding data.</summary>
internal abstract class TriggerInput
{
    /// <summary>The names that other parameters may bind to, as the host would send them.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }

    /// <summary>The <c>traceparent</c> that came with the trigger, if any.</summary>
    public virtual string? TraceParent => null;

    /// <summary>The value of the parameter that carries the trigger attribute.</summary>
    public abstract object? Convert(Type type);

    public NotSupportedException CannotBind(Type type) => new($"{GetType().Name} cannot be bound to {type.FullName}.");
}
