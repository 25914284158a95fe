using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Functions.LocalRuntime.Tests.AzuriteFixture))]

namespace Functions.LocalRuntime.Tests;

/// <summary>One Azurite queue service in memory for all tests of this assembly; AZURITE names its executable.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        var queues = new Uri($"http://127.0.0.1:{port}/devstoreaccount1");
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};QueueEndpoint={queues};";
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("AZURITE_QUEUE") ?? "azurite-queue")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--silent",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--inMemoryPersistence",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                $"{port}",
            },
        };
        _process = Process.Start(start)!;
        using var client = new HttpClient(new SocketsHttpHandler());
        await Eventually.TrueAsync(() => AnswersAsync(client, queues));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri queues)
    {
        try
        {
            using var response = await client.GetAsync(new Uri($"{queues}?comp=list"));
            return response.StatusCode is not HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
