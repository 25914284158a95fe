using System.Collections.ObjectModel;
using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>An operation as callers see it: always read from the ledger, never from an index.</summary>
public sealed record Operation
{
    /// <summary>Its id.</summary>
    public required OperationId Id { get; init; }

    /// <summary>What it does.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Whose it is.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Which payment it is about.</summary>
    public required InvoiceNo InvoiceNo { get; init; }

    /// <summary>The amount; null for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>ISO 4217 letters of the currency that the merchant's setting named when it was accepted; null where it named none.</summary>
    public string? Currency { get; init; }

    /// <summary>Where it stands.</summary>
    public required OperationStatus Status { get; init; }

    /// <summary>Whether a person has to look at it.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>Why, in plain words.</summary>
    public string? ReviewReason { get; init; }

    /// <summary>The operation of the same invoice that stands in its way.</summary>
    public OperationId? BlockedBy { get; init; }

    /// <summary>How many times the right to send was taken.</summary>
    public int Attempts { get; init; }

    /// <summary>2C2P's last verified word on it; null before there is one.</summary>
    public GatewayResult? Gateway { get; init; }

    /// <summary>The caller's own reason (at most 255 characters), kept for the audit trail.</summary>
    public string? Reason { get; init; }

    /// <summary>The caller's own pairs: at most 20, keys of at most 40 and values of at most 200 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its audit trail, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Whether it is succeeded or failed.</summary>
    public bool IsFinal => Status is OperationStatus.Succeeded or OperationStatus.Failed;
}
