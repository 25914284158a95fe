using System.Text.Json;
using Infra.Tests.Support;

namespace Infra.Tests.Resources;

/// <summary>What local.settings.sample.json says about each setting that the code reads.</summary>
internal static class SampleSettings
{
    private static readonly Dictionary<string, string> About = Read();

    public static IReadOnlyList<string> Required => [.. About.Where(IsRequired).Select(setting => setting.Key)];

    public static IReadOnlyList<string> LocalOnly => [.. About.Where(IsLocal).Select(setting => setting.Key)];

    public static IReadOnlyList<string> All => [.. About.Keys];

    /// <summary>Whether a setting is meant by a name of the sample, in which a part in braces stands for any one part.</summary>
    public static bool Means(string sample, string setting)
    {
        var wanted = sample.Split("__");
        var parts = setting.Split("__");
        return wanted.Length == parts.Length
            && wanted.Zip(parts).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private static bool IsRequired(KeyValuePair<string, string> setting) =>
        !IsLocal(setting) && !setting.Value.StartsWith("Optional: ", StringComparison.Ordinal);

    private static bool IsLocal(KeyValuePair<string, string> setting) =>
        setting.Value.StartsWith("Local only: ", StringComparison.Ordinal);

    private static Dictionary<string, string> Read()
    {
        using var document = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in document.RootElement.GetProperty("_about").EnumerateObject().Where(one => one.Name != "_"))
            about.Add(setting.Name, setting.Value.GetString()!);
        return about;
    }
}
