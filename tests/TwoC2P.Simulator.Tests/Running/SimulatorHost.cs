using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using TwoC2P.Simulator.Hosting;

namespace TwoC2P.Simulator.Tests.Running;

/// <summary>The simulator on a free port of its own, spoken to over HTTP only.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    public const string Base64Path = "/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx";
    public const string Pkcs7Path = "/2C2PFrontend/PaymentActionV2/PaymentAction.aspx";
    private static int _invoices;

    private SimulatorHost(WebApplication app)
    {
        App = app;
        Client = Http.ClientFor(new Uri(app.Urls.First()));
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public static async Task<SimulatorHost> StartAsync(TimeProvider? time = null, params string[] args)
    {
        var app = SimulatorApp.Create(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:TwoC2P", "Warning", .. args],
            time ?? TimeProvider.System
        );
        await app.StartAsync();
        return new SimulatorHost(app);
    }

    /// <summary>Creates a transaction under a number that no other test uses.</summary>
    public async Task<string> InvoiceAsync(
        string amount = "100.00",
        string status = "S",
        string channel = "card",
        object? more = null
    )
    {
        var invoiceNo = $"T-{Interlocked.Increment(ref _invoices)}";
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["merchantId"] = "JT01";
        body["invoiceNo"] = invoiceNo;
        body["amount"] = amount;
        body["status"] = status;
        body["channel"] = channel;
        await ControlAsync("transactions", body);
        return invoiceNo;
    }

    public async Task<Answer> SendAsync(PaymentRequest request) => Answer.Open(await PostAsync(Base64Path, request.Base64()));

    public async Task<string> PostAsync(string path, string envelope)
    {
        using var response = await Client.PostAsync(path, Form(envelope));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public static FormUrlEncodedContent Form(string envelope) => new([new("paymentRequest", envelope)]);

    public async Task<JsonNode> ControlAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync($"/_control/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await Client.GetStringAsync($"/_control/{path}"))!;

    public Task<JsonNode> RecordAsync(string invoiceNo) =>
        ReadAsync($"transactions?merchantId=JT01&invoiceNo={Uri.EscapeDataString(invoiceNo)}");

    public async Task<JsonArray> CallsAsync(string invoiceNo) => (await ReadAsync($"calls?invoiceNo={invoiceNo}")).AsArray();

    /// <summary>A command that has to be refused; what it says should name the field.</summary>
    public async Task<string> RefusalAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/_control/{path}", UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest, text);
        return JsonNode.Parse(text)!["detail"]!.GetValue<string>();
    }

    public async Task<JsonNode> DeleteAsync(string path)
    {
        using var response = await Client.DeleteAsync($"/_control/{path}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public Task FaultAsync(string kind, string invoiceNo, object? more = null, string? processType = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        body["kind"] = kind;
        body["match"] = new JsonObject { ["invoiceNo"] = invoiceNo, ["processType"] = processType };
        return ControlAsync("faults", body);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
