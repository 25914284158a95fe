using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What is to be done now. Steps, writers and the sweep only carry it out.</summary>
internal abstract record Verdict
{
    private Verdict() { }

    /// <summary>Refunds of the same invoice that what was read contradicts: each is told, so that its own judge sees it.</summary>
    public IReadOnlyList<Contradicted> Siblings { get; init; } = [];

    /// <summary>The request may leave, once.</summary>
    /// <param name="Permit">By what it is allowed.</param>
    public sealed record Send(Permit Permit) : Verdict;

    /// <summary>The list is verifiably not offered: the payment itself has to be looked at for the rules.</summary>
    public sealed record LookAtPayment : Verdict;

    /// <summary>The operation changes.</summary>
    /// <param name="Transition">How.</param>
    public sealed record Change(Transition Transition) : Verdict;

    /// <summary>Nothing is decided; it is looked at again.</summary>
    /// <param name="Note">Why, in words.</param>
    /// <param name="Edit">What is remembered.</param>
    public sealed record Stay(string Note, Func<OperationRow, OperationRow> Edit) : Verdict;

    /// <summary>A final operation has nothing more to wait for.</summary>
    /// <param name="Edit">What is remembered.</param>
    public sealed record Rest(Func<OperationRow, OperationRow> Edit) : Verdict;
}
