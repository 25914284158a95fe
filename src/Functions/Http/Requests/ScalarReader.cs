using System.Globalization;
using System.Text.Json;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads flags, whole numbers and days; each is null when it is absent, or wrong and complained about.</summary>
internal static class ScalarReader
{
    /// <summary>A JSON boolean.</summary>
    public static bool? Flag(this JsonObjectReader reader, string name)
    {
        switch (reader.Find(name)?.ValueKind)
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                reader.Errors.Add(reader.PathOf(name), "Give true or false, without quotes.");
                return null;
        }
    }

    /// <summary>A JSON number in plain digits; which of them are right is another matter.</summary>
    public static int? WholeNumber(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return null;
        if (
            value.ValueKind == JsonValueKind.Number
            && int.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        )
            return number;

        reader.Errors.Add(reader.PathOf(name), "Give a whole number in plain digits, without quotes, such as 30.");
        return null;
    }

    /// <summary>A day of ISO 8601, <c>2026-11-23</c>.</summary>
    public static DateOnly? Day(this JsonObjectReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;

        reader.Errors.Add(reader.PathOf(name), "Give a day that exists, such as 2026-11-23.");
        return null;
    }
}
