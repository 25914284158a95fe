using System.Text.RegularExpressions;

namespace DevelopmentHosting.Settings;

/// <summary>How settings are named: <c>A__B</c> in the environment is the key <c>A:B</c>, and <c>%A__B%</c> in a trigger its value.</summary>
internal static partial class SettingNames
{
    public static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Puts values in the place of names.</summary>
    /// <exception cref="InvalidOperationException">A named setting has no value.</exception>
    public static string Resolve(string text, HostSettings settings) =>
        Placeholder()
            .Replace(
                text,
                found =>
                    settings[found.Groups["name"].Value]
                    ?? throw new InvalidOperationException(
                        $"Setting '{found.Groups["name"].Value}', named in '{text}', has no value."
                    )
            );

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
