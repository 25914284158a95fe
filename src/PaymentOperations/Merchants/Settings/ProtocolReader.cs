using TwoC2P.Configuration;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Reads how a merchant's APIs beside Payment Action are spoken (<c>Merchants__{id}__Protocol__{api}__{name}</c>).</summary>
internal static class ProtocolReader
{
    private const string Section = "Protocol:";
    private const string Units = $"{Section}{nameof(ProtocolSettings.MinorUnits)}";
    private const string QuickPay = $"{Section}{nameof(ProtocolSettings.QuickPay)}:";

    private static readonly string[] XmlApis =
    [
        nameof(ProtocolSettings.CardTokens),
        nameof(ProtocolSettings.RecurringPlans),
        nameof(ProtocolSettings.InstallmentOptions),
    ];

    private static readonly string[] OfXmlApi =
    [
        nameof(XmlApiSettings.Version),
        nameof(XmlApiSettings.Envelope),
        nameof(XmlApiSettings.Endpoint),
        nameof(XmlApiSettings.Algorithm),
        nameof(XmlApiSettings.RequestHashOrder),
        nameof(XmlApiSettings.AnswerHashOrder),
    ];

    private static readonly string[] OfQuickPay =
    [
        nameof(QuickPaySettings.Version),
        nameof(QuickPaySettings.DirectApi),
        nameof(QuickPaySettings.DeliveryApi),
        nameof(QuickPaySettings.QueryAnswerHashOrder),
    ];

    /// <summary>All names below the merchant.</summary>
    public static IEnumerable<string> Names =>
        [
            Units,
            .. XmlApis.SelectMany(api => OfXmlApi.Select(name => $"{Section}{api}:{name}")),
            .. OfQuickPay.Select(name => $"{QuickPay}{name}"),
        ];

    /// <summary>The settings; what is not given has its documented default, and the merchant's own envelope.</summary>
    public static ProtocolSettings Read(SettingValues values, GatewayEnvironment environment, EnvelopeKind envelope)
    {
        var settings = new ProtocolSettings();
        settings.MinorUnits = values.OneOf<MinorUnits>(Units, settings.MinorUnits) ?? settings.MinorUnits;
        Fill(settings.CardTokens, nameof(settings.CardTokens));
        Fill(settings.RecurringPlans, nameof(settings.RecurringPlans));
        Fill(settings.InstallmentOptions, nameof(settings.InstallmentOptions));

        var links = settings.QuickPay;
        links.Version = Text($"{QuickPay}{nameof(links.Version)}", links.Version);
        links.DirectApi = Address($"{QuickPay}{nameof(links.DirectApi)}", envelope);
        links.DeliveryApi = Address($"{QuickPay}{nameof(links.DeliveryApi)}", envelope);
        links.QueryAnswerHashOrder = Text($"{QuickPay}{nameof(links.QueryAnswerHashOrder)}", links.QueryAnswerHashOrder);

        foreach (var error in ProtocolSettingsValidator.Validate(settings))
            values.Report($"{Section}{error.Field}", $"is wrong. {error.Problem}");
        return settings;

        void Fill(XmlApiSettings api, string name)
        {
            var path = $"{Section}{name}:";
            api.Envelope = values.OneOf<EnvelopeKind>($"{path}{nameof(api.Envelope)}", envelope) ?? envelope;
            api.Version = Text($"{path}{nameof(api.Version)}", DefaultVersion(api, name));
            api.Endpoint = Address($"{path}{nameof(api.Endpoint)}", api.Envelope);
            if (values.Has($"{path}{nameof(api.Algorithm)}"))
                api.Algorithm = values.OneOf<SignatureAlgorithm>($"{path}{nameof(api.Algorithm)}", otherwise: null);
            api.RequestHashOrder = Text($"{path}{nameof(api.RequestHashOrder)}", api.RequestHashOrder);
            api.AnswerHashOrder = Text($"{path}{nameof(api.AnswerHashOrder)}", api.AnswerHashOrder);
        }

        // 2C2P's pages of the new generation show an older version of this one API.
        static string DefaultVersion(XmlApiSettings api, string name) =>
            api.Envelope is EnvelopeKind.Jose && name is nameof(ProtocolSettings.InstallmentOptions) ? "2.2" : api.Version;

        string Text(string name, string otherwise) => values.Read(name, text => new Parsed<string>(text, null), otherwise)!;

        Uri? Address(string name, EnvelopeKind kind) =>
            values.Read(name, text => EndpointRules.Read(text, environment, kind), otherwise: null);
    }
}
