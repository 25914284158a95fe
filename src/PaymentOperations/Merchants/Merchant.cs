using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
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

    /// <summary>The id that 2C2P gave to the merchant's key of the new generation (<c>kid</c>); its samples send none.</summary>
    public string? JoseKeyId { get; init; }

    /// <summary>Whether the merchant has a secret key for hashes. One that was born into the new generation has none, and no payment links either: they are hashed.</summary>
    public bool HasSecretKey { get; init; } = true;

    /// <summary>Whether settlements, voids and refunds carry the operation's id in <c>idempotencyID</c> (new generation).</summary>
    public bool SendsIdempotencyId { get; init; }

    /// <summary>The second wire over which every read is asked too, while the merchant moves between generations.</summary>
    public ShadowWire? Shadow { get; init; }

    /// <summary>Message version that is sent.</summary>
    public string Version { get; init; } = "3.4";

    /// <summary>Zone of the timestamps that are sent.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>
    /// The merchant's word that every payment of this merchant id is in this currency; 2C2P's Payment Action messages name none. Null: not said, or there are several.
    /// </summary>
    public Currency? Currency { get; init; }

    /// <summary>Whether requests carry <c>userDefined1</c> and <c>userDefined2</c>, so that our refunds can be recognized.</summary>
    public UserDefinedSetting UserDefined { get; init; } = UserDefinedSetting.Auto;

    /// <summary>How the APIs beside Payment Action are spoken; each speaks the merchant's own envelope unless its setting says otherwise.</summary>
    public ProtocolSettings Protocol { get; init; } = new();

    /// <summary>Whether any API speaks PKCS#7, so that certificates are needed.</summary>
    internal bool NeedsCertificates => Speaks(EnvelopeKind.Pkcs7);

    /// <summary>Whether any API speaks the new generation, so that its keys are needed.</summary>
    internal bool NeedsJoseKeys => Speaks(EnvelopeKind.Jose);

    /// <summary>Whether any XML API is proved by hashes.</summary>
    internal bool NeedsSecretKey => Speaks(EnvelopeKind.Base64) || Speaks(EnvelopeKind.Pkcs7);

    private bool Speaks(EnvelopeKind kind) =>
        Envelope == kind
        || Shadow?.Envelope == kind
        || Protocol.CardTokens.Envelope == kind
        || Protocol.RecurringPlans.Envelope == kind
        || Protocol.InstallmentOptions.Envelope == kind;

    /// <summary>
    /// The merchant's word that nobody refunds in 2C2P's portal. Only then may one unexplained refund of the right amount be adopted as ours without an echo.
    /// </summary>
    public bool NobodyRefundsInPortal { get; init; }

    /// <summary>
    /// The merchant's word on how long after a request 2C2P can still execute it, and takes to list what it did. Not set: nobody vouches, and an unknown refund whose amount fits twice is a person's to decide.
    /// </summary>
    public TimeSpan? DoneWithin { get; init; }

    /// <summary>The most that the refunds of one of its days may be worth together, in <see cref="Currency"/>, which is set then; null: no cap.</summary>
    public Money? DailyRefundValue { get; init; }

    /// <summary>The most recipients that payment links may be sent to on one of its days; null: no cap.</summary>
    public int? DailyLinkSends { get; init; }

    /// <summary>Where it wants to be told what happened; null: it asks.</summary>
    public WebhookEndpoint? Webhook { get; init; }
}
