using System.Collections.Immutable;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>One operation: what the ledger holds of it, and what happened to it.</summary>
internal sealed record OperationState(OperationRow Row)
{
    public ImmutableArray<InboxMessage> Messages { get; init; } = [];

    /// <summary>What the hints hold.</summary>
    public OperationStatus Hint { get; init; } = OperationStatus.Accepted;

    /// <summary>A worker that stalls.</summary>
    public Flight? Flight { get; init; }

    /// <summary>Whether that worker's claim still holds.</summary>
    public bool IsFlightCurrent { get; init; }

    public Broken Broken { get; init; }

    /// <summary>Whether the last look showed everything as it is.</summary>
    public bool SawAll { get; init; }

    /// <summary>Messages that a run has heard.</summary>
    public bool HasNews => Messages.Any(static message => !message.IsApplied);

    public OperationState With(Broken broken) => this with { Broken = Broken | broken };
}
