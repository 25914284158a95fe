using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Transactions;

/// <summary>One refund of a transaction. Bank details of the request are not kept.</summary>
internal sealed class Refund
{
    /// <summary>Rises from each refund to the next, of all invoices.</summary>
    public required long Number { get; init; }

    public required string ReferenceNo { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>RP, RF, RFF, RR, RR1, RR2 or RR3.</summary>
    public required string Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it took its present status.</summary>
    public required DateTimeOffset At { get; set; }

    public IReadOnlyList<string> UserDefined { get; init; } = [];

    public IReadOnlyList<SubAmount> SubMerchants { get; init; } = [];

    /// <summary>Made by a person in the merchant portal, not by a request.</summary>
    public bool ByPortal { get; init; }

    public string Version { get; init; } = "";

    public string NotifyUrl { get; init; } = "";

    public EnvelopeKind Envelope { get; init; }

    /// <summary>Answers about it follow the published table: referenceNo is the refund's own, refundReferenceNo is absent.</summary>
    public bool InPublishedForm { get; init; }

    /// <summary>Whether it takes from what is left to refund: all but rejected and failed ones do.</summary>
    public bool Counts => Status is "RF" or "RP";
}
