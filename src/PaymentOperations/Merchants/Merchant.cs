using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;

namespace PaymentOperations.Merchants;

/// <summary>A configured merchant: what is known about it and not secret.</summary>
public sealed record Merchant
{
    /// <summary>Its id at 2C2P and in our addresses.</summary>
    public required MerchantId Id { get; init; }

    /// <summary>Whether its money is real.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>2C2P's Payment Action endpoint for it.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The envelope that the endpoint takes.</summary>
    public EnvelopeKind Envelope { get; init; } = EnvelopeKind.Base64;

    /// <summary>Message version that is sent.</summary>
    public string Version { get; init; } = "3.4";

    /// <summary>Zone of the timestamps that are sent.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Whether requests carry <c>userDefined1</c> and <c>userDefined2</c>, so that our refunds can be recognized.</summary>
    public UserDefinedSetting UserDefined { get; init; } = UserDefinedSetting.Auto;

    /// <summary>How the APIs beside Payment Action are spoken; each speaks the merchant's own envelope unless its setting says otherwise.</summary>
    public ProtocolSettings Protocol { get; init; } = new();

    /// <summary>Whether any API speaks PKCS#7, so that certificates are needed.</summary>
    internal bool NeedsCertificates =>
        Envelope is EnvelopeKind.Pkcs7
        || Protocol.CardTokens.Envelope is EnvelopeKind.Pkcs7
        || Protocol.RecurringPlans.Envelope is EnvelopeKind.Pkcs7
        || Protocol.InstallmentOptions.Envelope is EnvelopeKind.Pkcs7;

    /// <summary>
    /// The merchant's word that nobody refunds in 2C2P's portal. Only then may one unexplained refund of the right amount be adopted as ours without an echo.
    /// </summary>
    public bool NobodyRefundsInPortal { get; init; }

    /// <summary>
    /// The merchant's word on how long after a request 2C2P can still execute it, and takes to list what it did. Not set: nobody vouches, and an unknown refund whose amount fits twice is a person's to decide.
    /// </summary>
    public TimeSpan? DoneWithin { get; init; }
}
