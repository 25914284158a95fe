using System.Globalization;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Days as addresses and bodies spell them.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The spelling of a day.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that is spelled exactly so; null for any other text.</summary>
    public static DateOnly? Find(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
