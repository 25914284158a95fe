using Microsoft.Extensions.Configuration;

namespace LocalFunctions.Hosting;

/// <summary>
/// The <c>Values</c> of local.settings.json, which the host turns into environment variables. The first file found counts.
/// </summary>
internal static class LocalSettingsFile
{
    private const string Name = "local.settings.json";

    public static IReadOnlyDictionary<string, string?> Read(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, Name);
            if (File.Exists(path))
            {
                var file = new ConfigurationBuilder().AddJsonFile(path).Build();
                return file.GetSection("Values")
                    .AsEnumerable(makePathsRelative: true)
                    .Where(pair => pair.Value is not null)
                    .ToDictionary(pair => pair.Key, pair => pair.Value);
            }
        }

        return new Dictionary<string, string?>();
    }

    /// <summary>What the environment already has is left alone.</summary>
    public static void ApplyToEnvironment(IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (name, value) in values)
        {
            if (Environment.GetEnvironmentVariable(name) is null)
                Environment.SetEnvironmentVariable(name, value);
        }
    }
}
