using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Testing;

namespace Functions.LocalRuntime.Tests.Hosting;

/// <summary>The sample app as a process, in a folder of its own.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-app-");
    private readonly Process _process;

    public SampleProcess(string localSettings, Dictionary<string, string>? environment = null)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "local.settings.json"), localSettings);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://{listener.LocalEndpoint}") };
        listener.Stop();

        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SampleApp.dll"), "--urls", $"{Client.BaseAddress}" },
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public HttpClient Client { get; }

    public async Task StartedAsync() =>
        await Eventually.IsTrueAsync(async () =>
        {
            try
            {
                using var response = await Client.GetAsync("api/Greeting");
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                return false;
            }
        });

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Client.Dispose();
        _folder.Delete(recursive: true);
    }
}
