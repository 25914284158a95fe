using System.Diagnostics;

namespace Sandbox.Processes;

/// <summary>A program that the sandbox started and will stop: politely first, by force when that takes too long.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ChildProcessOptions _options;
    private readonly Lock _lines = new();

    private ChildProcess(Process process, ChildProcessOptions options)
    {
        _process = process;
        _options = options;
        process.OutputDataReceived += (_, line) => Pass(line.Data, options.OnLine);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, options.OnLine);
    }

    public int Id { get; private init; }

    /// <summary>Completes when the program has ended and all its output was passed on.</summary>
    public Task Ended { get; private init; } = Task.CompletedTask;

    public bool HasEnded => Ended.IsCompleted;

    /// <summary>The exit code; valid once <see cref="Ended"/> has completed.</summary>
    public int ExitCode => _process.ExitCode;

    public static ChildProcess Start(ChildProcessOptions options)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = options.WorkingDirectory ?? "",
        };
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;

        var process = StartOrExplain(start);
        var child = new ChildProcess(process, options) { Id = process.Id, Ended = process.WaitForExitAsync() };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Asks the program to stop, waits for it, and kills it when it does not follow.</summary>
    public async Task StopAsync()
    {
        if (HasEnded)
            return;

        if (_options.StopsAtEndOfInput)
            _process.StandardInput.Close();
        else
            Signals.Terminate(_process);

        await Task.WhenAny(Ended, Task.Delay(_options.Grace));
        if (!HasEnded)
            await KillAsync();
    }

    /// <summary>Ends the program at once, as a crash would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private static Process StartOrExplain(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new SandboxException($"{start.FileName} did not start.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SandboxException(
                $"{start.FileName} could not be started ({e.Message}). Is it installed and on the PATH?",
                e
            );
        }
    }

    private void Pass(string? line, Action<string> onLine)
    {
        if (line is null)
            return;
        lock (_lines)
            onLine(line);
    }
}
