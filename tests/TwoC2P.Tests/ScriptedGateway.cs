using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TwoC2P.Tests;

/// <summary>A server on a raw socket: it reads whole requests and does with the connection exactly what the test says.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<ReceivedRequest, Stream, Task<bool>> script;
    private readonly Task accepting;
    private int connections;

    /// <param name="script">Answers a request; true keeps the connection open for the next one.</param>
    public ScriptedGateway(Func<ReceivedRequest, Stream, Task<bool>> script)
    {
        this.script = script;
        listener.Start();
        accepting = AcceptAsync();
    }

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public int Connections => connections;

    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Endpoint =>
        new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/PaymentActionV2/PaymentProcess.aspx");

    public static ScriptedGateway Answering(string body) => Answering(_ => body);

    public static ScriptedGateway Answering(Func<ReceivedRequest, string> body) =>
        new(async (request, stream) => await WriteAsync(stream, Http("200 OK", body(request))));

    /// <summary>Writes the bytes as they are and keeps the connection.</summary>
    public static async Task<bool> WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        return true;
    }

    public static string Http(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        // The listener is stopped last: accepting on a stopped one is an error of its own.
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        try
        {
            while (await ReadAsync(stream) is { } request)
            {
                Requests.Enqueue(request);
                FirstRequest.TrySetResult();
                if (!await script(request, stream).WaitAsync(stop.Token))
                    return;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The client or the test ended the connection; there is nothing left to answer.
            client.Close();
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            if (ReceivedRequest.TryParse(received.ToString(), Requests.Count + 1) is { } request)
                return request;

            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
                return null;

            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }
}
