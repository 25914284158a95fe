using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace LocalFunctions.Hosting;

/// <summary><c>%Setting%</c> in queue names and schedules.</summary>
internal static partial class SettingNames
{
    public static string Resolve(string text, IConfiguration settings) =>
        Placeholder()
            .Replace(
                text,
                found =>
                    settings[found.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)]
                    ?? throw new InvalidOperationException(
                        $"Setting '{found.Groups["name"].Value}', named in '{text}', has no value."
                    )
            );

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
