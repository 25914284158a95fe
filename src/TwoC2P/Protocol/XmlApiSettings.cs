using TwoC2P.Envelopes;
using TwoC2P.Signing;

namespace TwoC2P.Protocol;

/// <summary>How one of the XML APIs beside Payment Action is spoken. Each default and its reason is in <see cref="ProtocolSettings"/>.</summary>
public sealed record XmlApiSettings
{
    /// <summary>The message version that is sent (<c>version</c>).</summary>
    public required string Version { get; set; }

    /// <summary>
    /// Envelope. Default PKCS#7: 2C2P shows no other for these APIs; Base64 is documented for Payment Action alone, though one gateway address serves all.
    /// </summary>
    public EnvelopeKind Envelope { get; set; } = EnvelopeKind.Pkcs7;

    /// <summary>
    /// Address; by default the merchant's Payment Action address, or for the other envelope its published neighbour: <c>PaymentAction.aspx</c> takes PKCS#7,
    /// <c>PaymentProcess.aspx</c> takes Base64.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// HMAC of requests and answers; null means by version: SHA-1 below 2.3, where answers about recurring plans do not hash <c>chargeOnDate</c> either, else SHA-256.
    /// </summary>
    public SignatureAlgorithm? Algorithm { get; set; }

    /// <summary>The request's fields that are hashed, in order, with spaces between them.</summary>
    public required string RequestHashOrder { get; set; }

    /// <summary>The answer's fields that are hashed, in order, with spaces between them.</summary>
    public required string AnswerHashOrder { get; set; }
}
