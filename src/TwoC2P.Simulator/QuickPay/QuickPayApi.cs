using System.Globalization;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Merchants;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Records;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>QuickPay's verbs: checks, then the work on the merchant's links.</summary>
internal sealed class QuickPayApi(
    MerchantDirectory merchants,
    MerchantRecords<Link> links,
    LinkNumbers numbers,
    GatewayClock clock
)
{
    public FieldAnswer Answer(QuickPayMessage message, FaultPlan faults)
    {
        var merchant = merchants.Find(message["merchantID"]);
        if (QuickPayChecks.BeforeTheMerchantIsKnown(message, merchant) is { } unsigned)
            return Refusal(message, unsigned, secretKey: null);
        var refusal = QuickPayChecks.OnceTheMerchantIsKnown(message, merchant!);
        var answer = refusal is null ? Perform(message, faults) : Refusal(message, refusal, secretKey: null);
        return answer with { SecretKey = merchant!.SecretKey };
    }

    public FieldAnswer Refuse(QuickPayMessage message, string resCode, bool signed) =>
        Refusal(message, resCode, signed ? merchants.Find(message["merchantID"])?.SecretKey : null);

    private FieldAnswer Perform(QuickPayMessage message, FaultPlan faults)
    {
        if (message.Verb.MakesLink)
            return Make(message, faults);
        if (!QuickPayChecks.IsId(message["qpID"]))
            return Refusal(message, QuickPayCodes.UnknownLink, secretKey: null);
        return links.Change(
            message["merchantID"],
            message["qpID"],
            link => link is null ? (null, Refusal(message, QuickPayCodes.UnknownLink, null)) : Perform(message, link, faults)
        );
    }

    private (Link? Kept, FieldAnswer Answer) Perform(QuickPayMessage message, Link link, FaultPlan faults)
    {
        switch (message.Verb.Name)
        {
            case "Delete":
                return (null, Done(message, []));
            case "Query":
                return (link, Done(message, Shown(message, link)));
            case "Send":
                return RecipientChecks.Check(message) is { } wrong
                    ? (link, Refusal(message, wrong, secretKey: null))
                    : (link, Done(message, LinkDelivery.Deliver(message, faults)));
            default:
                return Update(message, link);
        }
    }

    private FieldAnswer Make(QuickPayMessage message, FaultPlan faults)
    {
        var wrong = LinkChecks.Check(message, name => message[name], clock.LocalNow);
        if (wrong is null && message.Verb.Sends)
            wrong = RecipientChecks.Check(message);
        if (wrong is not null || LinkChecks.ExpiryOf(message) is not { } expiry)
            return Refusal(message, wrong ?? "006", secretKey: null);

        var qpId = numbers.Next();
        string[] kept = ["orderIdPrefix", .. LinkFields.Kept];
        var fields = kept.ToDictionary(name => name, name => message[name], StringComparer.Ordinal);
        var link = new Link(message["merchantID"], qpId, LinkNumbers.UrlOf(qpId), expiry, fields);
        if (!links.TryAdd(link.MerchantId, qpId, link, known => known["orderIdPrefix"] == link["orderIdPrefix"]))
            return Refusal(message, "013", secretKey: null);
        return Done(message, [.. Shown(message, link), .. message.Verb.Sends ? LinkDelivery.Deliver(message, faults) : []]);
    }

    // What an update leaves empty stays as it is.
    private (Link? Kept, FieldAnswer Answer) Update(QuickPayMessage message, Link link)
    {
        string Value(string name) => message[name].Length > 0 ? message[name] : link[name];

        var wrong = LinkChecks.Check(message, Value, clock.LocalNow);
        if (
            wrong is null
            && message["maxTransaction"].Length > 0
            && int.Parse(message["maxTransaction"], CultureInfo.InvariantCulture) < link.CurrentApproved + link.CurrentPending
        )
        {
            wrong = "014";
        }

        if (wrong is not null)
            return (link, Refusal(message, wrong, secretKey: null));

        var fields = LinkFields.Kept.ToDictionary(name => name, Value, StringComparer.Ordinal);
        fields["orderIdPrefix"] = link["orderIdPrefix"];
        var expiry = message["expiry"].Length > 0 ? LinkChecks.ExpiryOf(message) : null;
        return (link with { Fields = fields, Expiry = expiry ?? link.Expiry }, Done(message, []));
    }

    private static IEnumerable<KeyValuePair<string, string>> Shown(QuickPayMessage message, Link link) =>
        [
            .. link.Fields.Where(field => message.Verb.Answer.Fields.Contains(field.Key, StringComparer.Ordinal)),
            new("qpID", link.QpId),
            new("expiry", LinkChecks.ExpiryText(message, link.Expiry)),
            new("url", link.Url),
            .. message.Verb.Name == "Query" ? Counts(link) : [],
        ];

    private static IEnumerable<KeyValuePair<string, string>> Counts(Link link) =>
        [
            new("currentApproved", link.CurrentApproved.ToString(CultureInfo.InvariantCulture)),
            new("clickCount", link.ClickCount.ToString(CultureInfo.InvariantCulture)),
        ];

    private FieldAnswer Done(QuickPayMessage message, IEnumerable<KeyValuePair<string, string>> values) =>
        Of(message, QuickPayCodes.Success, values, secretKey: null) with
        {
            WorkDone = true,
        };

    private FieldAnswer Refusal(QuickPayMessage message, string resCode, string? secretKey) =>
        Of(message, resCode, [], secretKey);

    private FieldAnswer Of(
        QuickPayMessage message,
        string resCode,
        IEnumerable<KeyValuePair<string, string>> values,
        string? secretKey
    )
    {
        var all = message.Verb.Answer.Fields.ToDictionary(name => name, _ => "", StringComparer.Ordinal);
        all["version"] = message["version"];
        all["timeStamp"] = clock.DateTimeYyyyMmDdHhMmSs(clock.Now);
        all["qpID"] = message["qpID"];
        foreach (var (name, value) in values)
            all[name] = value;
        all["resCode"] = resCode;
        all["resDesc"] = QuickPayCodes.Describe(resCode);
        return new FieldAnswer(message.Verb.Answer, HashKind.Sha1, all) { SecretKey = secretKey };
    }
}
