using System.Net;
using System.Net.Sockets;

namespace Infra.Tests.Scripts;

/// <summary>An app of which only the readiness is asked: it gives the answers of a list, the last one for ever.</summary>
internal sealed class AnsweringApp : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly int[] _statuses;
    private readonly Task _answering;

    public AnsweringApp(params int[] statuses)
    {
        _statuses = statuses;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _answering = AnswerAsync();
    }

    public string Address { get; }

    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering;
        _listener.Close();
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Stopped: the test is over.
                return;
            }

            call.Response.StatusCode = _statuses[Math.Min(Asked.Count, _statuses.Length - 1)];
            Asked.Add(call.Request.Url!.AbsolutePath);
            call.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
