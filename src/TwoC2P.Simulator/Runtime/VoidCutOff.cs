using System.Globalization;

namespace TwoC2P.Simulator.Runtime;

/// <summary>When the acquirer ends its day, in the gateway's zone; or never.</summary>
internal sealed class VoidCutOff
{
    private const string Never = "none";
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];
    private readonly TimeOnly? _at;

    private VoidCutOff(TimeOnly? at) => _at = at;

    /// <returns>The cut-off, or null when the text is neither a time (HH:mm, HH:mm:ss) nor "none".</returns>
    public static VoidCutOff? TryRead(string? text)
    {
        if (string.Equals(text, Never, StringComparison.OrdinalIgnoreCase))
            return new VoidCutOff(at: null);
        return TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new VoidCutOff(at)
            : null;
    }

    /// <summary>The day of an authorization ends at the first cut-off after it.</summary>
    public bool IsStillToCome(DateTime localNow, DateTime authorized)
    {
        if (_at is not { } at)
            return true;
        var end = authorized.Date + at.ToTimeSpan();
        if (end <= authorized)
            end = end.AddDays(1);
        return localNow < end;
    }

    public override string ToString() => _at?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? Never;
}
