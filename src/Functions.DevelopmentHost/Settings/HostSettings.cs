using Microsoft.Extensions.Configuration;

namespace DevelopmentHosting.Settings;

/// <summary>
/// What the host itself reads: host.json of the app's folder, and the settings, of which <c>AzureFunctionsJobHost__extensions__…</c> override host.json.
/// </summary>
internal sealed class HostSettings
{
    private const string HostJson = "AzureFunctionsJobHost";

    private HostSettings(IConfiguration configuration) => Configuration = configuration;

    /// <summary>All of it, for the WebJobs SDK, which finds host.json in a section of its own.</summary>
    public IConfiguration Configuration { get; }

    public string RoutePrefix => Configuration[$"{HostJson}:extensions:http:routePrefix"] ?? "api";

    /// <summary>Reads host.json and lays the settings over it. As in the app, the environment wins.</summary>
    public static HostSettings Load(string appFolder, IReadOnlyDictionary<string, string?> settings)
    {
        var hostJson = new ConfigurationBuilder().AddJsonFile(Path.Combine(appFolder, "host.json"), optional: true).Build();
        return new HostSettings(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    hostJson.AsEnumerable().Select(pair => KeyValuePair.Create($"{HostJson}:{pair.Key}", pair.Value))
                )
                .AddInMemoryCollection([new("AzureWebJobsConfigurationSection", HostJson)])
                .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(SettingNames.Key(pair.Key), pair.Value)))
                .AddEnvironmentVariables()
                .Build()
        );
    }

    public string? this[string name] => Configuration[SettingNames.Key(name)];

    /// <summary>Whether a function is switched off: <c>AzureWebJobs.NAME.Disabled</c> is true or 1.</summary>
    public bool Disables(string function) =>
        (this[$"AzureWebJobs.{function}.Disabled"] ?? this[$"AzureWebJobs:{function}:Disabled"])?.ToUpperInvariant()
            is "TRUE"
                or "1";
}
