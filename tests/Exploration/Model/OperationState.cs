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

    /// <summary>How many words of people were followed.</summary>
    public int Words { get; init; }

    /// <summary>The operation's refunds as a person saw them who last said something of it.</summary>
    public ImmutableArray<string> Acknowledged { get; init; } = [];

    /// <summary>The messages that were there when a person last said something of it, by their hashes.</summary>
    public ImmutableArray<string> MessagesWhenSaid { get; init; } = [];

    /// <summary>What was true when a person last said something, and whether the look showed all of it.</summary>
    public string? TruthWhenSaid { get; init; }

    public bool SawAllWhenSaid { get; init; }

    /// <summary>Messages that a run has heard.</summary>
    public bool HasNews => Messages.Any(static message => !message.IsApplied);

    public OperationState With(Broken broken) => this with { Broken = Broken | broken };
}
