using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Worlds;

/// <summary>The simulator's control API: what the gateway holds, and how it is to misbehave.</summary>
public sealed class GatewayControl(Uri simulator)
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Puts a payment there.</summary>
    public async Task<string> CreateAsync(
        WorldMerchant merchant,
        decimal amount,
        string status = "S",
        string channel = "card",
        string? invoiceNo = null
    )
    {
        invoiceNo ??= World.NewInvoice();
        await PostAsync(
            "transactions",
            new JsonObject
            {
                ["merchantId"] = merchant.Id,
                ["invoiceNo"] = invoiceNo,
                ["amount"] = amount,
                ["status"] = status,
                ["channel"] = channel,
            }
        );
        return invoiceNo;
    }

    /// <summary>Makes the next calls for an invoice go wrong.</summary>
    public Task FaultAsync(
        WorldMerchant merchant,
        string invoiceNo,
        string kind,
        string? processType = null,
        int times = 1,
        JsonObject? parameters = null
    )
    {
        var fault = parameters ?? [];
        fault["kind"] = kind;
        fault["times"] = times;
        fault["match"] = new JsonObject
        {
            ["merchantId"] = merchant.Id,
            ["invoiceNo"] = invoiceNo,
            ["processType"] = processType,
        };
        return PostAsync("faults", fault);
    }

    /// <summary>The gateway's own record of a payment.</summary>
    public Task<JsonNode> TransactionAsync(WorldMerchant merchant, string invoiceNo) =>
        GetAsync($"transactions?merchantId={merchant.Id}&invoiceNo={Uri.EscapeDataString(invoiceNo)}");

    /// <summary>The payment's refunds at the gateway.</summary>
    public async Task<IReadOnlyList<JsonNode>> RefundsAsync(WorldMerchant merchant, string invoiceNo) =>
        [.. (await TransactionAsync(merchant, invoiceNo))["refunds"]!.AsArray().Select(refund => refund!)];

    /// <summary>How many requests of a process type reached the gateway.</summary>
    public async Task<int> CountAsync(WorldMerchant merchant, string invoiceNo, string processType) =>
        (await CallsAsync(merchant, invoiceNo)).Count(call => call["processType"]!.ToString() == processType);

    /// <summary>What reached the gateway for a payment, in order.</summary>
    public async Task<IReadOnlyList<JsonNode>> CallsAsync(WorldMerchant merchant, string invoiceNo) =>
        [
            .. (await GetAsync($"calls?merchantId={merchant.Id}&invoiceNo={Uri.EscapeDataString(invoiceNo)}"))
                .AsArray()
                .Select(call => call!),
        ];

    /// <summary>Lets the gateway behave again for an invoice.</summary>
    public async Task ClearFaultsAsync(WorldMerchant merchant, string invoiceNo)
    {
        var address = $"_control/faults?merchantId={merchant.Id}&invoiceNo={Uri.EscapeDataString(invoiceNo)}";
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(simulator, address));
        await SendAsync(request);
    }

    /// <summary>Takes one fault back, by its name.</summary>
    public async Task ClearFaultAsync(string name)
    {
        var address = $"_control/faults?name={Uri.EscapeDataString(name)}";
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(simulator, address));
        await SendAsync(request);
    }

    /// <summary>Calls a command of the control API about one payment.</summary>
    public Task<JsonNode?> CommandAsync(string path, WorldMerchant merchant, string invoiceNo, JsonObject? parameters = null)
    {
        var body = parameters ?? [];
        body["merchantId"] = merchant.Id;
        body["invoiceNo"] = invoiceNo;
        return PostAsync(path, body);
    }

    /// <summary>Makes the gateway send callbacks now; the HTTP status that each was answered with.</summary>
    public async Task<IReadOnlyList<int?>> NotifyAsync(WorldMerchant merchant, string invoiceNo, JsonObject parameters)
    {
        var sent = await CommandAsync("notifications", merchant, invoiceNo, parameters);
        return [.. sent!["attempts"]!.AsArray().Select(attempt => attempt!["httpStatus"]?.GetValue<int>())];
    }

    /// <summary>Gives a merchant another secret key.</summary>
    public async Task ChangeKeyAsync(WorldMerchant merchant, string secretKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(simulator, $"_control/merchants/{merchant.Id}"))
        {
            Content = JsonContent.Create(new JsonObject { ["secretKey"] = secretKey }),
        };
        await SendAsync(request);
    }

    /// <summary>Gives a merchant another certificate, or public key of the new generation.</summary>
    public async Task ChangeCertificateAsync(WorldMerchant merchant, string pem)
    {
        var path =
            merchant.Envelope == Envelopes.Jose
                ? $"_control/jose/merchants/{merchant.Id}/keys/second?asDefault=true"
                : $"_control/merchants/{merchant.Id}/certificate";
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(simulator, path)) { Content = new StringContent(pem) };
        await SendAsync(request);
    }

    /// <summary>Reads from the control API.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(simulator, $"_control/{path}"));
        return (await SendAsync(request))!;
    }

    /// <summary>Calls a command of the control API, such as <c>transactions/refunds/finish</c>.</summary>
    public async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(simulator, $"_control/{path}"))
        {
            Content = JsonContent.Create(body),
        };
        return await SendAsync(request);
    }

    private async Task<JsonNode?> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, CancellationToken.None);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
