using System.Net;
using Sandbox.Processes;

namespace Sandbox.Hosting;

/// <summary>The app or the simulator as a process of its own: it can be started, stopped, killed and started again.</summary>
public sealed class HostedProgram : IAsyncDisposable
{
    // Ends what hangs; a busy machine may take its time.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(100);

    private readonly string _name;
    private readonly ChildProcessOptions _options;
    private readonly string _readyPath;
    private readonly LogFile _log;
    private readonly Action _started;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private ChildProcess? _process;

    /// <param name="name">What messages call it.</param>
    /// <param name="options">How to start it.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="readyPath">Answers 200 when it is ready.</param>
    /// <param name="logPath">Where its output goes.</param>
    /// <param name="started">Called whenever a new process was started.</param>
    internal HostedProgram(
        string name,
        ChildProcessOptions options,
        Uri address,
        string readyPath,
        string logPath,
        Action started
    )
    {
        _started = started;
        _name = name;
        _readyPath = readyPath;
        _log = new LogFile(logPath);
        _options = options with { OnLine = _log.Add };
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Path of its log.</summary>
    public string LogPath => _log.Path;

    /// <summary>Process id, or null while it does not run.</summary>
    public int? ProcessId => _process is { HasEnded: false } running ? running.Id : null;

    /// <summary>How the last process ended; valid once it has.</summary>
    internal int ExitCode => _process?.ExitCode ?? 0;

    /// <summary>Starts the program and returns when it is ready.</summary>
    /// <exception cref="SandboxException">It ended, or was not ready within three minutes.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (ProcessId is not null)
            throw new InvalidOperationException($"{_name} runs already.");
        _process = ChildProcess.Start(_options);
        _started();
        using var limit = new CancellationTokenSource(StartLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (!await IsReadyAsync(either.Token))
            {
                if (_process.HasEnded)
                    throw new SandboxException(
                        $"{_name} ended with code {_process.ExitCode} while starting. Its output is in {LogPath}."
                    );
                await Task.Delay(BetweenProbes, either.Token);
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SandboxException(
                $"{_name} was not ready after {StartLimit.TotalSeconds} s. Its output is in {LogPath}.",
                e
            );
        }
    }

    /// <summary>Stops it in good order: what runs is finished first.</summary>
    public Task StopAsync() => _process?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Ends it at once, as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Stops it and closes its log.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _log.Dispose();
        _http.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var probe = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        probe.CancelAfter(ProbeLimit);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, _readyPath));
        try
        {
            using var response = await _http.SendAsync(request, probe.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It listens but does not answer yet.
            return false;
        }
    }
}
