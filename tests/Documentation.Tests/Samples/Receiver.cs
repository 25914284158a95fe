using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Documentation.Tests.Reading;
using Documentation.Tests.Running;
using Sandbox.Processes;
using Testing;

namespace Documentation.Tests.Samples;

/// <summary>A sample that receives webhooks, and what it prints.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly HttpClient http = Web.Client();
    private readonly string taken = Directory.CreateTempSubdirectory("taken-").FullName;
    private IAsyncDisposable? server;
    private Uri address = null!;

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Starts it and returns when it answers: a message without headers is refused.</summary>
    public static async Task<Receiver> StartAsync(SampleLanguage language, string secret)
    {
        var receiver = new Receiver();
        var port = FreePorts.One();
        receiver.address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/webhooks"));
        var environment = Execution.Environment(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["WEBHOOK_SECRET"] = secret,
                ["WEBHOOK_TAKEN"] = receiver.taken,
            }
        );
        receiver.server = language.Receiver(port) is { } command
            ? ChildProcess.Start(
                new ChildProcessOptions(command[0], command[1..])
                {
                    WorkingDirectory = Documents.Root,
                    Environment = environment,
                    OnLine = receiver.lines.Enqueue,
                }
            )
            : await CgiServer.StartAsync(port, language.Command("webhook"), environment, receiver.lines.Enqueue);
        var nothing = new WebhookMessage("", "", "", [.. "{}"u8]);
        await Eventually.ResultAsync(() => receiver.TryAsync(nothing), status => status == HttpStatusCode.Unauthorized);
        return receiver;
    }

    public async Task<HttpStatusCode> PostAsync(WebhookMessage message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(message.Body) };
        foreach (
            var (name, value) in new[]
            {
                ("webhook-id", message.Id),
                ("webhook-timestamp", message.Timestamp),
                ("webhook-signature", message.Signature),
            }
        )
        {
            if (value.Length > 0)
                request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Waits for a line; it comes after the answer.</summary>
    public Task ShouldPrintAsync(string line, int times = 1) =>
        Eventually.IsTrueAsync(() => lines.Count(printed => printed == line) == times, $"{times} times: {line}");

    public async ValueTask DisposeAsync()
    {
        if (server is ChildProcess process)
            await process.KillAsync();
        if (server is not null)
            await server.DisposeAsync();
        http.Dispose();
        Directory.Delete(taken, recursive: true);
    }

    private async Task<HttpStatusCode?> TryAsync(WebhookMessage message)
    {
        try
        {
            return await PostAsync(message);
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }
}
