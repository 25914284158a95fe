using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Resolutions;

/// <summary>Reads what people say of an operation. All of it is kept in the audit trail in clear, so none of it may carry a card number.</summary>
internal static partial class PersonsWordReader
{
    private const int ShortestActor = 3;
    private const int LongestActor = 100;
    private const int LongestReference = 50;
    private const int LongestKey = 100;
    private const int MostKeys = 20;

    private static readonly ResolutionOutcome[] Outcomes =
    [
        ResolutionOutcome.Succeeded,
        ResolutionOutcome.Failed,
        ResolutionOutcome.SendAgain,
    ];

    /// <summary>The word of a resolution; complains about everything that is wrong with it.</summary>
    public static PersonsWordRequest? ReadResolution(JsonElement body, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, "outcome", "reference", "despite", "actor", "reason", "lookedAt");
        if (!reader.IsObject)
            return null;

        var outcome = Outcome(reader);
        var reference = reader.ShortText("reference", LongestReference);
        if (reference is not null && outcome is not (null or ResolutionOutcome.Succeeded))
            errors.Add("reference", "Give a reference only with the outcome succeeded.");
        if (reference is not null && CardNumbers.IsOne(reference))
            errors.Add("reference", "Give the refund's reference at 2C2P; this looks like a card number.");
        return new(
            outcome ?? default,
            reference,
            Despite(reader),
            Actor(reader),
            Mandatory(reader, "reason"),
            Mandatory(reader, "lookedAt")
        );
    }

    /// <summary>The word of a cancellation.</summary>
    public static PersonsWordRequest? ReadCancellation(JsonElement body, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, "actor", "reason");
        return reader.IsObject
            ? new(ResolutionOutcome.Cancelled, null, [], Actor(reader), Mandatory(reader, "reason"), null)
            : null;
    }

    private static ResolutionOutcome? Outcome(JsonObjectReader reader)
    {
        var outcome = reader.Text("outcome") is { } text ? EnumWord<ResolutionOutcome>.Find(text) : null;
        if (outcome is { } known && Outcomes.Contains(known))
            return known;

        reader.Errors.Add("outcome", $"Give one of {string.Join(", ", Outcomes.Select(EnumWord<ResolutionOutcome>.Of))}.");
        return null;
    }

    private static string Actor(JsonObjectReader reader)
    {
        var actor = reader.ShortText("actor", LongestActor);
        if (actor is null || actor.Trim().Length < ShortestActor)
            reader.Errors.Add("actor", $"Give {ShortestActor} to {LongestActor} characters: the person who says so.");
        else if (CardNumbers.MayContainOne(actor))
            reader.Errors.Add("actor", "Remove what looks like a card number.");
        return actor ?? "";
    }

    private static string Mandatory(JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is null)
            reader.Errors.Add(reader.PathOf(name), "Give 1 to 255 characters: it is kept in the audit trail.");
        return reader.Reason(name) ?? "";
    }

    // As ConflictKey writes them: a reference, which may be any number, and a word.
    private static bool IsKey(string key) =>
        Key().Match(key) is { Success: true } match && !CardNumbers.IsOne(match.Groups["reference"].Value);

    [GeneratedRegex(
        @"^(?<reference>[^\p{C}\p{Z}]{1,80}):[A-Za-z0-9]{0,20}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Key();

    private static IReadOnlyList<string> Despite(JsonObjectReader reader)
    {
        if (reader.Find("despite") is not { } value)
            return [];

        List<string> keys = [];
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostKeys)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (JsonText.TryRead(item, out var key) && key.Length <= LongestKey && IsKey(key))
                    keys.Add(key);
            }
            if (keys.Count == value.GetArrayLength())
                return keys;
        }

        reader.Errors.Add("despite", $"Give a list of at most {MostKeys} keys, as contradictions[].key of a refusal gave them.");
        return [];
    }
}
