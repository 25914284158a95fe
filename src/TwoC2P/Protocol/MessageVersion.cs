namespace TwoC2P.Protocol;

/// <summary>Message versions such as <c>2.4</c>: a number, or two with a point between them.</summary>
internal static class MessageVersion
{
    public static bool IsWellFormed(string? version, int maxLength) =>
        version is not null
        && version.Length <= maxLength
        && version.Split('.') is { Length: 1 or 2 } parts
        && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));

    /// <summary>Whether a version is a later one or the same; what cannot be read counts as the newest.</summary>
    public static bool IsAtLeast(string version, int major, int minor) =>
        !Version.TryParse(version.Contains('.', StringComparison.Ordinal) ? version : $"{version}.0", out var parsed)
        || parsed >= new Version(major, minor);
}
