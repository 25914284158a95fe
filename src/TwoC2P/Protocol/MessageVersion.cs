namespace TwoC2P.Protocol;

/// <summary>Message versions such as <c>2.4</c>: digits and points.</summary>
internal static class MessageVersion
{
    public static bool IsWellFormed(string? version, int maxLength) =>
        version is { Length: > 0 } && version.Length <= maxLength && version.All(IsVersionCharacter);

    /// <summary>Whether a version is a later one or the same; what cannot be read counts as the newest.</summary>
    public static bool IsAtLeast(string version, int major, int minor) =>
        !Version.TryParse(version.Contains('.', StringComparison.Ordinal) ? version : $"{version}.0", out var parsed)
        || parsed >= new Version(major, minor);

    private static bool IsVersionCharacter(char character) => char.IsAsciiDigit(character) || character is '.';
}
