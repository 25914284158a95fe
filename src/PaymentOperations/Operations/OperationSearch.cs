using System.Collections.ObjectModel;
using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>What operations are searched by. Everything that is given must fit; something is.</summary>
public sealed record OperationSearch
{
    /// <summary>Only what a person has to look at.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>Only what has this reference of 2C2P: the refund's own or the payment's.</summary>
    public string? Reference { get; init; }

    /// <summary>Only of this payment.</summary>
    public InvoiceNo? InvoiceNo { get; init; }

    /// <summary>Only what asked for exactly this amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>Only what has all of these pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
