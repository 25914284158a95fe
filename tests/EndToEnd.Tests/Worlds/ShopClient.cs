using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Security.Leaks;
using Testing;
using Testing.Contract;

namespace EndToEnd.Tests.Worlds;

/// <summary>A shop's server: calls the app over HTTP, as a merchant would. An answer that the contract does not describe fails the test.</summary>
public sealed class ShopClient(Uri app)
{
    private readonly HttpMessageInvoker http = new(
        new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 256 })
    );

    public Task<Answer> GetAsync(WorldMerchant merchant, string path) => SendAsync(HttpMethod.Get, merchant, path, null, null);

    public Task<Answer> PostAsync(WorldMerchant merchant, string path, string json, string? idempotencyKey) =>
        SendAsync(HttpMethod.Post, merchant, path, json, idempotencyKey);

    public Task<Answer> RefundAsync(WorldMerchant merchant, string invoiceNo, decimal amount, string? idempotencyKey = null) =>
        PostAsync(
            merchant,
            "refunds",
            Body(new JsonObject { ["invoiceNo"] = invoiceNo, ["amount"] = amount }),
            idempotencyKey ?? NewKey()
        );

    public Task<Answer> SettleAsync(WorldMerchant merchant, string invoiceNo, decimal amount, string? idempotencyKey = null) =>
        PostAsync(
            merchant,
            "settlements",
            Body(new JsonObject { ["invoiceNo"] = invoiceNo, ["amount"] = amount }),
            idempotencyKey ?? NewKey()
        );

    public Task<Answer> VoidAsync(WorldMerchant merchant, string invoiceNo, string? idempotencyKey = null) =>
        PostAsync(merchant, "voids", Body(new JsonObject { ["invoiceNo"] = invoiceNo }), idempotencyKey ?? NewKey());

    /// <summary>Waits until an operation has a status (or needs review, if <paramref name="status"/> says so).</summary>
    public async Task<Answer> WaitForAsync(WorldMerchant merchant, string operationId, string status) =>
        await Eventually.ResultAsync(() => GetAsync(merchant, $"operations/{operationId}"), answer => answer["status"] == status);

    /// <summary>Waits until an operation has ended, or asks for a person.</summary>
    public async Task<Answer> WaitForEndAsync(WorldMerchant merchant, string operationId) =>
        await Eventually.ResultAsync(
            () => GetAsync(merchant, $"operations/{operationId}"),
            answer => answer["status"] is "succeeded" or "failed" || answer["needsReview"] == "true"
        );

    /// <summary>Waits until an operation asks for a person.</summary>
    public async Task<Answer> WaitForReviewAsync(WorldMerchant merchant, string operationId) =>
        await Eventually.ResultAsync(
            () => GetAsync(merchant, $"operations/{operationId}"),
            answer => answer["needsReview"] == "true"
        );

    public async Task<Answer> SendAsync(
        HttpMethod method,
        WorldMerchant merchant,
        string path,
        string? json,
        string? idempotencyKey
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(app, $"api/merchants/{merchant.Id}/{path}"));
        request.Headers.Add("X-Api-Key", merchant.ApiKey);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

        return await SendAsync(request);
    }

    /// <summary>Sends any request to the app.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, CancellationToken.None);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var answer = new Answer(response.StatusCode, headers, await response.Content.ReadAsStringAsync());
        Recorded.Add($"answer {(int)answer.Status} to {request.Method} {request.RequestUri!.PathAndQuery}", answer);
        return answer;
    }

    public static string NewKey() =>
        string.Create(CultureInfo.InvariantCulture, $"key-{System.Security.Cryptography.RandomNumberGenerator.GetHexString(16)}");

    private static string Body(JsonObject json) => json.ToJsonString();
}
