using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Operator.Api;

/// <summary>Asks a deployment, with the API that every shop uses.</summary>
/// <param name="clients">Where clients come from.</param>
/// <param name="target">Whom to ask.</param>
internal sealed class ApiClient(IHttpClientFactory clients, ApiTarget target)
{
    /// <summary>Name of the client that follows no redirect: the key is for this address only.</summary>
    public const string Name = "gateway";

    /// <summary>A GET.</summary>
    /// <exception cref="RefusedException">The gateway answered with a problem.</exception>
    /// <exception cref="UnavailableException">There was no answer, or none of the gateway's.</exception>
    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        (await AskAsync(path, cancellationToken)).Body;

    /// <summary>A GET whose status matters.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiAnswer> AskAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    /// <summary>A POST under an idempotency key; null where none is used.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiAnswer> PostAsync(string path, JsonNode body, string? idempotencyKey, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, idempotencyKey, cancellationToken);

    /// <summary>A GET whose answer is copied as it is.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task CopyAsync(string path, string mediaType, Stream to, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        using var response = await ReachAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refusal(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        await response.Content.CopyToAsync(to, cancellationToken);
    }

    private async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        JsonNode? body,
        string? idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(method, path);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await ReachAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? new(response.StatusCode, Parse(text) ?? throw Strange(response.StatusCode))
            : throw Refusal(response.StatusCode, text);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(target.Merchant, path));
        request.Headers.Add("X-Api-Key", target.Key);
        return request;
    }

    private async Task<HttpResponseMessage> ReachAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await clients
                .CreateClient(Name)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new UnavailableException($"{target.Merchant.Authority} does not answer: {exception.Message}", exception);
        }
    }

    private static Exception Refusal(HttpStatusCode status, string text) =>
        Parse(text) is JsonObject problem && problem["code"] is not null
            ? new RefusedException(status, problem)
            : Strange(status);

    private static UnavailableException Strange(HttpStatusCode status) =>
        new($"The answer ({(int)status}) is none of the gateway's. Check --url: it ends with /api.");

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // A proxy's page, say: the caller tells what that means.
            return null;
        }
    }
}
