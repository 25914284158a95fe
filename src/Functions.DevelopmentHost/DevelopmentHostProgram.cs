using System.Reflection;
using DevelopmentHosting.Running;
using DevelopmentHosting.Settings;

namespace DevelopmentHosting;

/// <summary>
/// A program that is an app with its host, in one process: reference both from an executable project, and let its Program.cs be one call of <see cref="RunAsync"/>.
/// </summary>
public static class DevelopmentHostProgram
{
    /// <summary>
    /// Serves the app until SIGTERM or SIGINT, or until the app ends. The values of a local.settings.json in the working directory or beside the app become environment variables; where the environment variable
    /// <c>DEVELOPMENTHOST_PARENT_PID</c> names a process, this one does not outlive it.
    /// </summary>
    /// <param name="app">An executable assembly, the app's.</param>
    /// <param name="args"><c>--urls</c>: where to listen, default port 7071 of 127.0.0.1. <c>--cors</c>: origins, comma-separated.</param>
    /// <returns>The exit code: the app's own; 1 when it did not start, or did not end in time.</returns>
    public static async Task<int> RunAsync(Assembly app, string[] args)
    {
        ArgumentNullException.ThrowIfNull(app);
        ParentWatch.StartIfAsked();
        var file = LocalSettingsFile.Read(Directory.GetCurrentDirectory(), Path.GetDirectoryName(app.Location)!);
        file.ApplyToEnvironment();
        using var signals = new StopSignals();
        try
        {
            await using var host = await DevelopmentHost.StartAsync(app, HostCommand.Read(args, file));
            await Task.WhenAny(signals.Received, host.Completion);
            await host.StopAsync();
            return host.Completion.IsCompleted ? await host.Completion : 1;
        }
#pragma warning disable CA1031 // The last place that can say why an app does not start.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            return 1;
        }
    }
}
