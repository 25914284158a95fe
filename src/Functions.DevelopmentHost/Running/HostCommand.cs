using DevelopmentHosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace DevelopmentHosting.Running;

/// <summary>What the command line and local.settings.json say of the host.</summary>
internal static class HostCommand
{
    private const string DefaultPort = "7071";

    public static DevelopmentHostOptions Read(string[] args, LocalSettingsFile file)
    {
        var switches = new ConfigurationBuilder().AddCommandLine(args).Build();
        return new DevelopmentHostOptions
        {
            Url = switches["urls"] ?? $"http://127.0.0.1:{file.LocalHttpPort ?? DefaultPort}",
            CorsOrigins = (switches["cors"] ?? file.Cors ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
            ConfigureLogging = logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning),
        };
    }
}
