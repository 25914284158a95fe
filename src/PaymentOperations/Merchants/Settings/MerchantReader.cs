using TwoC2P;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Turns one merchant's settings into a <see cref="Merchant"/>.</summary>
internal static class MerchantReader
{
    private const string DefaultVersion = "3.4";
    private const string DefaultTimeZone = "Asia/Bangkok";

    private static readonly string[] Known =
    [
        "Environment",
        "Endpoint",
        "Envelope",
        "Version",
        "TimeZone",
        "UserDefined",
        "NobodyRefundsInPortal",
        "DoneWithin",
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
        var envelope = values.OneOf<EnvelopeKind>("Envelope", EnvelopeKind.Base64);
        var endpoint =
            environment is { } world && envelope is { } kind
                ? values.Read("Endpoint", text => EndpointRules.Read(text, world, kind), EndpointRules.Default(world, kind))
                : null;
        var version = values.Read("Version", ReadVersion, DefaultVersion);
        var timeZone = values.Read("TimeZone", ReadTimeZone, ReadTimeZone(DefaultTimeZone).Value);
        var userDefined = values.OneOf<UserDefinedSetting>("UserDefined", UserDefinedSetting.Auto);
        var nobodyRefundsInPortal = values.Flag("NobodyRefundsInPortal");
        var doneWithin = values.PositiveDuration("DoneWithin");

        var protocol =
            environment is { } where && envelope is { } own ? ProtocolReader.Read(values, where, own) : new ProtocolSettings();

        return values.AreGood
            ? new Merchant
            {
                Id = new MerchantId(id),
                Environment = environment!.Value,
                Endpoint = endpoint!,
                Envelope = envelope!.Value,
                Version = version!,
                TimeZone = timeZone!,
                UserDefined = userDefined!.Value,
                NobodyRefundsInPortal = nobodyRefundsInPortal,
                DoneWithin = doneWithin,
                Protocol = protocol,
            }
            : null;
    }

    private static Parsed<string> ReadVersion(string text) =>
        text.Length <= 5
        && text.Split('.') is { Length: 1 or 2 } parts
        && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? new(text, null)
            : new(null, "is not a message version such as 3.4.");

    private static Parsed<TimeZoneInfo> ReadTimeZone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? new(zone, null)
            : new(null, "is not a time zone of this machine; use a name such as Asia/Bangkok.");
}
