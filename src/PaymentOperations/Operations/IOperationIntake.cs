namespace PaymentOperations.Operations;

/// <summary>Accepts operations (steps A1 to A5) and, for voids, executes them at once.</summary>
public interface IOperationIntake
{
    /// <summary>Accepts the operation, or finds the one that the key already made, or says why not. Has its own deadline (20 s) and does not stop when the caller goes away.</summary>
    Task<AcceptResult> AcceptAsync(AcceptCommand command);

    /// <summary>Says what <see cref="AcceptAsync"/> would say to the first request with a new key, by the same rules, and writes nothing.</summary>
    Task<AcceptResult> RehearseAsync(AcceptCommand command);
}
