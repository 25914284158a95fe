using System.Reflection;
using TwoC2P.Protocol;

namespace ClientAndSimulator.Tests.Page;

/// <summary>Every setting of the protocol with its default, by reflection, so that none is forgotten.</summary>
internal static class SettingsBlock
{
    private const string Address =
        "For a gateway that serves this API elsewhere. Checked at start: https, and a host of the merchant's environment.";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["MinorUnits"] =
            "**Inferred** for recurring plans: the last of the twelve digits counts the smallest unit that ISO 4217 gives the plan's currency, as in 2C2P's plug-ins and its payment API (JPY `000000010000` is 10000, THB 100.00, KWD 10.000). Set `Hundredths` if plans in yen, won or dinars come out a hundred times wrong. Currencies with two decimals are the same either way.",
        ["CardTokens:Version"] = "The version of the published request; its answer shows 2.4, so answers may have any.",
        ["CardTokens:Envelope"] = Envelope("The page shows no envelope at all"),
        ["CardTokens:Endpoint"] = Address,
        ["CardTokens:Algorithm"] = "The page says HMACSHA256. Try `HmacSha1` when 2C2P answers 13.",
        ["CardTokens:RequestHashOrder"] =
            "No page and no program shows it. Inferred from the other APIs: the order of the elements without `timeStamp`.",
        ["CardTokens:AnswerHashOrder"] = "No page and no program shows it. Inferred the same way, without `respReason`.",
        ["RecurringPlans:Version"] = "The version of the published tables.",
        ["RecurringPlans:Envelope"] = Envelope("2C2P shows PKCS#7 only"),
        ["RecurringPlans:Endpoint"] = Address,
        ["RecurringPlans:Algorithm"] =
            "Programs for version 2.1 use SHA-1, those for 2.3 and 2.4 SHA-256. Below 2.3 the answer's hash leaves out `chargeOnDate`; an algorithm that is set also takes the orders as they are set.",
        ["RecurringPlans:RequestHashOrder"] = "Two independent programs show it; one of them with `chargeOnDate`.",
        ["RecurringPlans:AnswerHashOrder"] = "One program shows it, made from 2C2P's own sample.",
        ["InstallmentOptions:Version"] = "The version of the published answer; the request's table names none.",
        ["InstallmentOptions:Envelope"] = Envelope("The page shows no envelope at all"),
        ["InstallmentOptions:Endpoint"] = Address,
        ["InstallmentOptions:Algorithm"] =
            "The text says HMACSHA256, the sample's digests are as long as SHA-1's. The text counts. Try `HmacSha1` when 2C2P answers 13.",
        ["InstallmentOptions:RequestHashOrder"] = "No page and no program shows it. Inferred: all fields but `timeStamp`.",
        ["InstallmentOptions:AnswerHashOrder"] =
            "Inferred. The banks are then not covered by the hash, only by TLS (and by PKCS#7, where it is set).",
        ["QuickPay:Version"] =
            "2.4 writes `expiry` to the second and has `useStoreCardOnly`, `storeCardUniqueID` and `ippPeriodFilter`; 2.0 and 2.1 write only the day.",
        ["QuickPay:DirectApi"] = Address,
        ["QuickPay:DeliveryApi"] = Address,
        ["QuickPay:QueryAnswerHashOrder"] =
            "No complete source. Inferred: the order of the request that made the link, then address and counters. Client and simulator were written apart and came to the same order; that makes it likely and no more.",
    };

    public static string Render()
    {
        var table = new MarkdownTable("Setting", "Default", "Why, and when to change it");
        foreach (var (name, value) in Settings(new ProtocolSettings()))
            table.Row($"`{name}`", value, Reasons[name]);
        return table.ToString();
    }

    /// <summary>The settings that have a reason but do not exist.</summary>
    public static IEnumerable<string> ReasonsForNothing() =>
        Reasons.Keys.Except(Settings(new ProtocolSettings()).Select(setting => setting.Name), StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Default)> Settings(ProtocolSettings settings) =>
        Own(typeof(ProtocolSettings))
            .SelectMany(api =>
                api.PropertyType.IsEnum
                    ? [(api.Name, DefaultOf(api, settings))]
                    : Own(api.PropertyType)
                        .Select(setting => ($"{api.Name}:{setting.Name}", DefaultOf(setting, api.GetValue(settings)!)))
            );

    private static IEnumerable<PropertyInfo> Own(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken);

    // The app fills these from the merchant.
    private static string DefaultOf(PropertyInfo setting, object api) =>
        setting.Name is nameof(XmlApiSettings.Envelope) ? "the merchant's"
        : setting.PropertyType == typeof(Uri) ? "beside the merchant's `Endpoint`"
        : setting.GetValue(api) is { } value ? $"`{value}`"
        : "by version";

    private static string Envelope(string fact) =>
        $"{fact}; one gateway serves all XML APIs, so the app uses the merchant's own. Set `Pkcs7` when 2C2P takes nothing else: it needs the certificates of [Envelopes](#envelopes).";
}
