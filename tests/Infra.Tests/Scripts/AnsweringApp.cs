using System.Net;
using System.Security.Cryptography;

namespace Infra.Tests.Scripts;

/// <summary>An app of which only the readiness is asked: it gives the answers of a list, the last one for ever.</summary>
internal sealed class AnsweringApp : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly int[] _statuses;
    private readonly Task _answering;

    public AnsweringApp(params int[] statuses)
    {
        _statuses = statuses;
        (_listener, Address) = Listen();
        _answering = AnswerAsync();
    }

    public string Address { get; }

    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        // Once: to stop it first gives the port back, which closing would then ask for again, and somebody else may have it.
        _listener.Close();
        await _answering;
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

    /// <summary>Below the ports that the system hands out by itself, the first that can be had.</summary>
    private static (HttpListener Listener, string Address) Listen()
    {
        while (true)
        {
            var address = $"http://127.0.0.1:{RandomNumberGenerator.GetInt32(11_000, 32_000)}";
            var listener = new HttpListener { Prefixes = { $"{address}/" } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                // Somebody listens there: another port.
                listener.Close();
            }
        }
    }
}
