using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentGateway.Http.Problems;
using PaymentGateway.Http.Requests;
using TwoC2P;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.QuickPay;

/// <summary>
/// A change of a link (RFC 7396). 2C2P does not say whether an update can empty a field, and is believed to keep what comes empty: a change that would need it is refused, rather
/// than answered as made.
/// </summary>
internal sealed class LinkPatch
{
    private const string Kept = "Give another value: 2C2P keeps what an update leaves empty, so this cannot be cleared.";

    private static readonly string[] Clearable = ["maxTransaction", LinkTermsReader.Recurring];
    private static readonly string[] ClearableOfPlan = ["recurringInterval", "chargeOnDate"];

    private readonly JsonElement patch;
    private readonly LinkRules rules;

    private LinkPatch(JsonElement patch, LinkRules rules)
    {
        this.patch = patch;
        this.rules = rules;
    }

    /// <summary>Reads a change and complains about everything that is wrong with it whatever the link is; it counts only when nothing was.</summary>
    public static LinkPatch? Read(JsonElement body, RequestErrors errors, LinkRules rules)
    {
        CheckMembers(new JsonObjectReader(body, "", errors, LinkTermsReader.Names), "$", LinkTermsReader.Names, Clearable);
        if (body.ValueKind != JsonValueKind.Object)
            return null;

        if (JsonText.TryFind(body, LinkTermsReader.Recurring, out var plan) && plan.ValueKind == JsonValueKind.Object)
            CheckMembers(
                new JsonObjectReader(plan, LinkTermsReader.Recurring, errors, LinkTermsReader.RecurringNames),
                LinkTermsReader.Recurring,
                LinkTermsReader.RecurringNames,
                ClearableOfPlan
            );

        var read = new LinkPatch(body.Clone(), rules);
        read.CheckValues(errors);
        if (errors.None)
            read.TermsOf(LinkRehearsal.LinkFor(body, rules.LocalNow), errors);

        return read;
    }

    /// <summary>The link's terms after the change, or why it cannot be made.</summary>
    public (QuickPayLinkTerms? Terms, Problem? Refused) Apply(QueryLinkResponse link)
    {
        var known = KnownLink.TermsOf(link);
        var errors = new RequestErrors();
        var terms = TermsOf(LinkJson.Of(known), errors);
        if (terms.AllowMultiplePayment && known.MaxTransaction is not null && terms.MaxTransaction is null)
            errors.Add("maxTransaction", Kept);

        foreach (var (place, text) in known.UserData.Index())
        {
            if (text is not null && terms.UserData.ElementAtOrDefault(place) is null)
                errors.Add($"userData[{place}]", Kept);
        }

        foreach (var path in KnownLink.NotUnderstood(link).Where(path => !Changes(path)))
            errors.Add(path, "It is not understood.");

        var found = errors.ByField.SelectMany(error => error.Value.Select(problem => new FieldError(error.Key, problem)));
        return MergeProblems.Of([.. found], Changes) is { } refused ? (null, refused) : (terms, null);
    }

    private static void CheckMembers(
        JsonObjectReader reader,
        string whole,
        IReadOnlyList<string> names,
        IReadOnlyList<string> clearable
    )
    {
        if (!reader.IsObject || !reader.Errors.None)
            return;

        if (!names.Any(reader.IsGiven))
            reader.Errors.Add(whole, "Give at least one property to change.");

        foreach (var name in names.Where(name => reader.IsNull(name) && !clearable.Contains(name)))
            reader.Errors.Add(reader.PathOf(name), Kept);
    }

    // Values are read as they came before any of them is laid over a link: what is no text at all could not be written there.
    private void CheckValues(RequestErrors errors)
    {
        var found = new RequestErrors();
        new JsonObjectReader(patch, "", found, LinkTermsReader.Names).LinkTerms();
        foreach (
            var (path, problems) in found.ByField.Where(error => Changes(error.Key) && !errors.ByField.ContainsKey(error.Key))
        )
            errors.Add(path, problems[0]);
    }

    private bool Changes(string path)
    {
        var names = path.Split('[')[0].Split('.');
        if (!JsonText.TryFind(patch, names[0], out var value))
            return false;

        return names.Length == 1 || value.ValueKind != JsonValueKind.Object || JsonText.TryFind(value, names[1], out _);
    }

    private QuickPayLinkTerms TermsOf(JsonObject link, RequestErrors errors)
    {
        MergePatch.Apply(link, patch);
        // One payment has no limit: the old one goes with the many.
        if (link["allowMultiplePayment"]?.GetValueKind() == JsonValueKind.False && !patch.TryGetProperty("maxTransaction", out _))
            link.Remove("maxTransaction");

        using var document = JsonDocument.Parse(link.ToJsonString());
        var terms = new JsonObjectReader(document.RootElement, "", errors, LinkTermsReader.Names).LinkTerms();
        if (errors.None)
            rules.Check(terms, errors);

        return terms;
    }
}
