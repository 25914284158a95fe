using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Resolutions;

/// <summary>A way to get into a person's hands, what is true there, and what a person can wrongly say of it.</summary>
internal sealed record ReviewCase
{
    /// <summary>Part of the reason that the operation shows.</summary>
    public required string Reason { get; init; }

    /// <summary>Brings an operation there.</summary>
    public required Func<World, Task<OperationId>> Arrange { get; init; }

    /// <summary>What is true.</summary>
    public required ResolutionOutcome Truth { get; init; }

    /// <summary>The refund that it is.</summary>
    public string? Reference { get; init; }

    /// <summary>What has to be looked at first.</summary>
    public string[] Despite { get; init; } = [];

    /// <summary>Status after the true word.</summary>
    public required OperationStatus Status { get; init; }

    /// <summary>What the invoice reserves then.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What is refused: outcome, reference, and what is said to have been looked at.</summary>
    public (ResolutionOutcome Outcome, string? Reference, string[] Despite)[] Wrong { get; init; } = [];
}
