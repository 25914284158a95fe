using Microsoft.Extensions.Configuration;

namespace DevelopmentHosting.Settings;

/// <summary>local.settings.json as Core Tools read it: <c>Values</c> become environment variables, <c>Host</c> is for the host.</summary>
internal sealed class LocalSettingsFile
{
    private const string Name = "local.settings.json";

    private readonly IConfiguration _file;

    private LocalSettingsFile(IConfiguration file) => _file = file;

    /// <summary>The settings by name.</summary>
    public IReadOnlyDictionary<string, string?> Values =>
        _file
            .GetSection("Values")
            .AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The port to listen on; null when the file does not say.</summary>
    public string? LocalHttpPort => _file["Host:LocalHttpPort"];

    /// <summary>Origins, comma-separated; null when the file does not say.</summary>
    public string? Cors => _file["Host:CORS"];

    /// <summary>Reads the first file that is there; without one there are no values.</summary>
    public static LocalSettingsFile Read(params ReadOnlySpan<string> folders)
    {
        var file = new ConfigurationBuilder();
        foreach (var folder in folders)
        {
            var path = Path.GetFullPath(Path.Combine(folder, Name));
            if (File.Exists(path))
                return new LocalSettingsFile(file.AddJsonFile(path).Build());
        }

        return new LocalSettingsFile(file.Build());
    }

    /// <summary>What the environment already has is left alone.</summary>
    public void ApplyToEnvironment()
    {
        foreach (var (name, value) in Values)
        {
            if (Environment.GetEnvironmentVariable(name) is null)
                Environment.SetEnvironmentVariable(name, value);
        }
    }
}
