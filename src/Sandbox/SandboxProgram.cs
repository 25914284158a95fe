namespace Sandbox;

/// <summary>The command: starts the environment, shows it, keeps it until it is told to stop.</summary>
internal static class SandboxProgram
{
    private const int Good = 0;
    private const int Bad = 1;
    private const int NotPossible = 2;

    // A void is possible until the acquirer closes its day; here it is at any hour.
    private static readonly string[] NoCutOff = ["--void-cut-off", "none"];

    /// <param name="args">The command line.</param>
    /// <param name="demonstrate">Runs the demonstration; true when every step was true.</param>
    public static async Task<int> RunAsync(string[] args, Func<SandboxEnvironment, CancellationToken, Task<bool>> demonstrate)
    {
        if (SandboxCommand.Parse(args) is not { } command)
        {
            await Console.Error.WriteLineAsync($"Not understood: {string.Join(' ', args)}");
            await Console.Error.WriteLineAsync(SandboxCommand.Usage);
            return NotPossible;
        }
        if (command.ShowsHelp)
        {
            Console.WriteLine(SandboxCommand.Usage);
            return Good;
        }

        using var stop = new StopSignals();
        try
        {
            return await RunAsync(command, demonstrate, stop.Token);
        }
        catch (SandboxFolderException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotPossible;
        }
        catch (SandboxException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Bad;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            // Told to stop: everything has been stopped on the way here.
            return command.KeepsServing ? Good : Bad;
        }
    }

    private static async Task<int> RunAsync(
        SandboxCommand command,
        Func<SandboxEnvironment, CancellationToken, Task<bool>> demonstrate,
        CancellationToken stop
    )
    {
        Console.WriteLine("Starting storage, Key Vault, the gateway and the app ...");
        var options = new SandboxOptions
        {
            Ports = command.Ports,
            Keep = command.Keeps,
            WebhookUrl = command.WebhookUrl,
            SimulatorArguments = NoCutOff,
        };
        await using var sandbox = await SandboxEnvironment.StartAsync(options, stop);
        var wasTrue = !command.RunsDemonstration || await demonstrate(sandbox, stop);
        if (!command.KeepsServing)
            return wasTrue ? Good : Bad;

        Console.WriteLine(Welcome.Text(sandbox, options));
        Console.WriteLine("Serving. Ctrl+C stops everything.");
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine("Stopping ...");
        return wasTrue ? Good : Bad;
    }
}
