using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Protocol;

namespace TwoC2P.Merchants;

/// <summary>Everything the client needs to speak for one merchant.</summary>
public sealed class GatewayMerchant
{
    /// <summary>The merchant (<c>merchantID</c>).</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Address of the Payment Action endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Envelope that the endpoint takes.</summary>
    public required EnvelopeKind Envelope { get; init; }

    /// <summary>Message version that is sent (<c>version</c>), such as <c>3.4</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Zone that <c>timeStamp</c> is written in; 2C2P does not publish its own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Secrets and certificates.</summary>
    public required GatewayKeys Keys { get; init; }

    /// <summary>
    /// Whether requests that move money carry <c>idempotencyID</c>, a field of the new generation: a mark by which 2C2P recognizes a repeated request. It is never a licence to
    /// send one again.
    /// </summary>
    public bool SendsIdempotencyId { get; init; }

    /// <summary>The second wire over which every read is asked too, while the merchant moves between generations.</summary>
    public ShadowWire? Shadow { get; init; }

    /// <summary>How the other APIs are spoken: cards, recurring plans, instalment options, QuickPay.</summary>
    public ProtocolSettings Protocol { get; init; } = new();
}
