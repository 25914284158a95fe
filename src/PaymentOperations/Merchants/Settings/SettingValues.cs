using System.Globalization;

namespace PaymentOperations.Merchants.Settings;

/// <summary>Reads the texts of one merchant's settings and reports what is wrong, each time with the setting's full name.</summary>
internal sealed class SettingValues(string prefix, IReadOnlyDictionary<string, string?> settings, Action<string> fault)
{
    /// <summary>Whether nothing was reported so far.</summary>
    public bool AreGood { get; private set; } = true;

    public void RefuseUnknown(string[] known)
    {
        var all = string.Join(", ", known.Select(Shown));
        foreach (var name in settings.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
            Report(name, $"is not a setting. The settings of a merchant are {all}.");
    }

    public T? Read<T>(string name, Func<string, Parsed<T>> parse, T? otherwise)
        where T : class
    {
        if (Text(name) is not { } text)
            return otherwise;
        var parsed = parse(text);
        if (parsed.Fault is { } wrong)
            Report(name, wrong);
        return parsed.Value;
    }

    public T? OneOf<T>(string name, T? otherwise)
        where T : struct, Enum
    {
        var text = Text(name);
        if (text is null && otherwise is not null)
            return otherwise;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        var all = string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant();
        Report(name, text is null ? $"is missing; set it to one of {all}." : $"must be one of {all}.");
        return null;
    }

    public bool Has(string name) => Text(name) is not null;

    public bool Flag(string name, bool otherwise = false)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (!bool.TryParse(text, out var flag))
            Report(name, "must be true or false.");
        return flag;
    }

    public TimeSpan? PositiveDuration(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TimeSpan.TryParseExact(text, ["c", "g"], CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero)
            return duration;
        Report(name, "must be a time span over zero, such as 00:10:00.");
        return null;
    }

    /// <summary>As it was written; null where it was not.</summary>
    public string? Text(string name) => settings.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public void Report(string name, string wrong)
    {
        AreGood = false;
        fault($"{prefix}{Shown(name)} {wrong}");
    }

    // As an environment variable is called.
    private static string Shown(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
