using System.Text.Json;
using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Reads which day is to be reconciled.</summary>
internal static class StartReader
{
    /// <summary>The wish; it counts only when nothing was complained about.</summary>
    /// <param name="body">The body.</param>
    /// <param name="errors">Where complaints go.</param>
    /// <param name="today">The day (UTC) that it is.</param>
    /// <param name="keptDays">How many days back a day may be.</param>
    public static StartRequest? Read(JsonElement body, RequestErrors errors, DateOnly today, int keptDays)
    {
        var reader = new JsonObjectReader(body, "", errors, "date");
        if (reader.Find("date") is null)
            return new StartRequest(null);

        if (reader.Text("date") is not { } text)
            return null;
        if (DayText.Find(text) is not { } date)
            errors.Add("date", "Give a UTC day such as 2026-11-23, or leave it out for today.");
        else if (date > today)
            errors.Add("date", "Give today (UTC) or a day before it: what has not happened cannot be reconciled.");
        else if (date.DayNumber < today.DayNumber - keptDays)
            errors.Add("date", $"Give a day of the last {keptDays}: older reports are not kept.");
        else
            return new StartRequest(date);
        return null;
    }
}
