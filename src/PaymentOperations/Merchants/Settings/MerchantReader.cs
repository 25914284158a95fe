using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Turns one merchant's settings into a <see cref="Merchant"/>.</summary>
internal static class MerchantReader
{
    private const int MaxKeyIdLength = 64;
    private const string DefaultTimeZone = "Asia/Bangkok";

    private static readonly string[] Known =
    [
        "Environment",
        "Endpoint",
        "Envelope",
        "JoseKeyId",
        "HasSecretKey",
        "IdempotencyId",
        .. ShadowReader.Names,
        "Version",
        "TimeZone",
        "Currency",
        "UserDefined",
        "NobodyRefundsInPortal",
        "DoneWithin",
        .. CapReader.Names,
        .. WebhookReader.Names,
        .. ProtocolReader.Names,
    ];

    /// <returns>Null when anything is wrong; each fault went to <paramref name="fault"/>, with the setting's name.</returns>
    public static Merchant? Read(string id, IReadOnlyDictionary<string, string?> settings, Action<string> fault)
    {
        if (!MerchantId.IsWellFormed(id))
        {
            fault($"Merchants__{id}: a merchant id is 1 to 15 letters and digits.");
            return null;
        }

        var values = new SettingValues($"Merchants__{id}__", settings, fault);
        values.RefuseUnknown(Known);
        var environment = values.OneOf<GatewayEnvironment>("Environment", otherwise: null);
        if (environment is GatewayEnvironment.Live && SandboxMerchants.Contains(id))
            values.Report(
                "Environment",
                $"is live, but {id} is one of 2C2P's public sandbox merchants. Use the merchant's own id, or sandbox."
            );
        var envelope = values.OneOf<EnvelopeKind>("Envelope", EnvelopeKind.Base64);
        var endpoint =
            environment is { } world && envelope is { } kind
                ? values.Read("Endpoint", text => EndpointRules.Read(text, world, kind), EndpointRules.Default(world, kind))
                : null;
        var version = values.Read("Version", Versions.Read, Versions.Default(envelope ?? EnvelopeKind.Base64));
        var joseKeyId = values.Read("JoseKeyId", ReadKeyId, otherwise: null);
        var hasSecretKey = values.Flag("HasSecretKey", otherwise: true);
        var sendsIdempotencyId = values.Flag("IdempotencyId");
        var timeZone = values.Read("TimeZone", ReadTimeZone, ReadTimeZone(DefaultTimeZone).Value);
        var currency = values.Read("Currency", ReadCurrency, otherwise: null);
        var userDefined = values.OneOf<UserDefinedSetting>("UserDefined", UserDefinedSetting.Auto);
        var nobodyRefundsInPortal = values.Flag("NobodyRefundsInPortal");
        var doneWithin = values.PositiveDuration("DoneWithin");

        var dailyRefundValue = CapReader.ReadRefundValue(values, currency);
        var dailyLinkSends = CapReader.ReadLinkSends(values);

        var protocol =
            environment is { } where && envelope is { } own ? ProtocolReader.Read(values, where, own) : new ProtocolSettings();

        var shadow = environment is { } both && envelope is { } first ? ShadowReader.Read(values, both, first) : null;

        var webhook = environment is { } place ? WebhookReader.Read(values, id, place) : null;

        if (sendsIdempotencyId && envelope is not EnvelopeKind.Jose)
            values.Report("IdempotencyId", "is a field of the new generation: it needs Envelope=Jose.");
        if (!values.AreGood)
            return null;

        var merchant = new Merchant
        {
            Id = new MerchantId(id),
            Environment = environment!.Value,
            Endpoint = endpoint!,
            Envelope = envelope!.Value,
            Version = version!,
            JoseKeyId = joseKeyId,
            HasSecretKey = hasSecretKey,
            SendsIdempotencyId = sendsIdempotencyId,
            Shadow = shadow,
            TimeZone = timeZone!,
            Currency = currency,
            UserDefined = userDefined!.Value,
            NobodyRefundsInPortal = nobodyRefundsInPortal,
            DoneWithin = doneWithin,
            DailyRefundValue = dailyRefundValue,
            DailyLinkSends = dailyLinkSends,
            Protocol = protocol,
            Webhook = webhook,
        };
        if (merchant.HasSecretKey || !merchant.NeedsSecretKey)
            return merchant;

        values.Report("HasSecretKey", "can be false only where every API speaks Jose; Base64 and Pkcs7 are hashed.");
        return null;
    }

    private static Parsed<string> ReadKeyId(string text) =>
        text.Length <= MaxKeyIdLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? new(text, null)
            : new(null, $"is no key id: at most {MaxKeyIdLength} letters, digits, points, hyphens and underscores.");

    private static Parsed<TimeZoneInfo> ReadTimeZone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? new(zone, null)
            : new(null, "is not a time zone of this machine; use a name such as Asia/Bangkok.");

    private static Parsed<Currency> ReadCurrency(string text) =>
        Iso4217.IsAlphabetic(text)
            ? new(Iso4217.Find(text), null)
            : new(null, "is no currency; use the three capital letters of ISO 4217, such as THB.");
}
