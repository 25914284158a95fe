using System.Collections.Concurrent;
using Sandbox.Processes;
using Testing;

namespace Documentation.Tests.Running;

/// <summary>A program that has ended.</summary>
/// <param name="Command">What was started.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Lines">What it printed, standard error included.</param>
internal sealed record Execution(string Command, int ExitCode, IReadOnlyList<string> Lines)
{
    public string Output => string.Join('\n', Lines);

    public static async Task<Execution> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var lines = new ConcurrentQueue<string>();
        await using var process = ChildProcess.Start(
            new ChildProcessOptions(program, arguments)
            {
                WorkingDirectory = folder,
                OnLine = lines.Enqueue,
                Environment = Environment(environment),
            }
        );
        try
        {
            await process.Ended.WaitAsync(Eventually.HangsAfter);
        }
        catch (TimeoutException e)
        {
            await process.KillAsync();
            throw new TimeoutException(
                $"{program} {string.Join(' ', arguments)} hangs. It printed: {string.Join('\n', lines)}",
                e
            );
        }

        return new($"{program} {string.Join(' ', arguments)}", process.ExitCode, [.. lines]);
    }

    public Execution ShouldHaveSucceeded()
    {
        ExitCode.ShouldBe(0, $"{Command}\n{Output}");
        return this;
    }

    /// <summary>What programs get on top of the caller's own: addresses of this machine are not for proxies.</summary>
    public static IReadOnlyDictionary<string, string> Environment(IReadOnlyDictionary<string, string>? more) =>
        new Dictionary<string, string>(more ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["NO_PROXY"] = "127.0.0.1",
            ["no_proxy"] = "127.0.0.1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
}
