using System.Globalization;
using System.Text.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Events;

/// <summary>Reads which events are to be delivered again: <c>ids</c>, or <c>from</c> and <c>to</c>.</summary>
internal static class RedeliveryReader
{
    // RFC 3339 in UTC, as timestamps are written here.
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The request; it counts only when nothing was complained about.</summary>
    public static RedeliveryRequest? Read(JsonElement body, RequestErrors errors)
    {
        var reader = new JsonObjectReader(body, "", errors, "ids", "from", "to");
        if (!reader.IsObject)
            return null;

        var isTime = reader.Find("from") is not null || reader.Find("to") is not null;
        if (reader.Find("ids") is { } ids)
        {
            if (isTime)
                errors.Add("ids", "Give either ids, or from and to.");
            return new(ReadIds(ids, errors));
        }

        if (!isTime)
        {
            errors.Add("ids", "Give ids, or from and to.");
            return null;
        }

        return ReadTime(reader);
    }

    private static List<PaymentEventId> ReadIds(JsonElement ids, RequestErrors errors)
    {
        List<PaymentEventId> read = [];
        if (ids.ValueKind != JsonValueKind.Array || ids.GetArrayLength() is 0 or > RedeliveryRequest.MaxIds)
        {
            errors.Add("ids", $"Give a JSON array of 1 to {RedeliveryRequest.MaxIds} ids of events.");
            return read;
        }

        foreach (var (index, item) in ids.EnumerateArray().Index())
        {
            if (JsonText.TryRead(item, out var text) && PaymentEventId.TryParse(text, out var id))
                read.Add(id);
            else
                errors.Add(
                    string.Create(CultureInfo.InvariantCulture, $"ids[{index}]"),
                    "Give the id of an event, as webhook-id and the list of events show it."
                );
        }

        return read;
    }

    private static RedeliveryRequest? ReadTime(JsonObjectReader reader)
    {
        var from = Moment(reader, "from");
        var to = Moment(reader, "to");
        if (from is null || to is null)
            return null;

        if (from >= to)
            reader.Errors.Add("from", "Give a moment before to.");
        else if (to - from > TimeSpan.FromDays(RedeliveryRequest.MaxDays))
            reader.Errors.Add("from", $"Ask for at most {RedeliveryRequest.MaxDays} days at once.");
        return new([], from, to);
    }

    private static DateTimeOffset? Moment(JsonObjectReader reader, string name)
    {
        if (
            reader.Text(name) is { } text
            && DateTimeOffset.TryParseExact(
                text,
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
            // Earlier moments are in no id.
            && moment >= DateTimeOffset.UnixEpoch
        )
            return moment;

        reader.Errors.Add(reader.PathOf(name), "Give a moment in UTC, such as 2026-11-23T10:00:00Z.");
        return null;
    }
}
