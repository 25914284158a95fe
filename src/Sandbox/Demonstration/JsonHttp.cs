using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>Sends JSON and reads JSON: what the shop and the gateway's control page have in common.</summary>
internal sealed class JsonHttp(CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="OperationCanceledException">There was no answer in time, or the demonstration is stopped.</exception>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        Uri address,
        JsonObject? body = null,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await _http.SendAsync(request, limit.Token);
        var text = await response.Content.ReadAsStringAsync(limit.Token);
        return new Answer(
            response.StatusCode,
            response.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            ReadJson(text)
        );
    }

    public void Dispose() => _http.Dispose();

    private static JsonNode? ReadJson(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Not JSON: every field is then missing, and the step that wants one says so.
            return null;
        }
    }
}
