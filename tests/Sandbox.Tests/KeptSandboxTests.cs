using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sandbox.Webhooks;
using Testing;

namespace Sandbox.Tests;

public sealed class KeptSandboxTests
{
    private readonly SandboxOptions options = SandboxUnderTest.Options();

    [Fact]
    public async Task What_is_kept_is_there_for_the_next_run_in_ledger_and_simulator_and_goes_on()
    {
        var kept = options with { Keep = true };
        string path;
        await using (var first = await SandboxEnvironment.StartAsync(kept))
        {
            path = (await RefundAsync(first, "kept-1"))["id"]!.ToString();
            await ShouldBecomeAsync(first, path, "pending");
        }

        await using var sut = await SandboxEnvironment.StartAsync(kept);

        (await SendAsync(sut.Simulator.Address, "_control/transactions/refunds/finish", Payment)).ShouldBe(HttpStatusCode.OK);
        await ShouldBecomeAsync(sut, path, "succeeded");
        var again = await RefundAsync(sut, "kept-1");
        again["id"]!.ToString().ShouldBe(path);
        (await ReadAsync(sut.Simulator.Address, "_control/transactions/INV-APM-1?merchantId=JT01"))["refunds"]!
            .AsArray()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_not_to_be_kept_begins_anew_beside_what_was_kept()
    {
        await using (var first = await SandboxEnvironment.StartAsync(options))
            await RefundAsync(first, "fresh-1");

        await using var sut = await SandboxEnvironment.StartAsync(options);

        (await ReadAsync(sut.App.Address, "api/merchants/JT01/operations"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_second_key_reads_and_may_not_refund()
    {
        await using var sut = await SandboxEnvironment.StartAsync(options);
        var key = SandboxMerchant.All[0].ReadApiKey;

        var refused = await SendAsync(sut.App.Address, "api/merchants/JT01/refunds", Body(), key, "read-1");
        var read = await ReadAsync(sut.App.Address, "api/merchants/JT01/operations", key);
        var payment = await ReadAsync(sut.App.Address, "api/merchants/JT01/payments?invoiceNo=INV-APM-1", key);

        refused.ShouldBe(HttpStatusCode.Forbidden);
        read["items"]!.AsArray().ShouldBeEmpty();
        payment["status"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Webhooks_go_to_who_was_named_and_are_signed_with_the_published_secret()
    {
        await using var shop = await ShopReceiver.StartAsync(CancellationToken.None);
        await using var sut = await SandboxEnvironment.StartAsync(options with { WebhookUrl = shop.UrlOf("JT01") });

        await RefundAsync(sut, "told-1");

        await Eventually.IsTrueAsync(() => shop.Told.Count > 0);
        shop.Told.ShouldAllBe(told => told.IsVerified);
        sut.Receiver.Told.ShouldBeEmpty();
    }

    private static JsonObject Payment => new() { ["merchantId"] = "JT01", ["invoiceNo"] = "INV-APM-1" };

    private static JsonObject Body() => new() { ["invoiceNo"] = "INV-APM-1", ["amount"] = 10.00m };

    private static async Task<JsonNode> RefundAsync(SandboxEnvironment sandbox, string key)
    {
        // 503: again with the same key, as every shop does.
        using var response = await Eventually.ResultAsync(
            () => PostAsync(sandbox.App.Address, "api/merchants/JT01/refunds", Body(), "sandbox-JT01", key),
            answer => answer.StatusCode != HttpStatusCode.ServiceUnavailable
        );
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static Task ShouldBecomeAsync(SandboxEnvironment sandbox, string id, string status) =>
        Eventually.ResultAsync(
            () => ReadAsync(sandbox.App.Address, $"api/merchants/JT01/refunds/{id}"),
            refund => refund["status"]!.ToString() == status
        );

    private static async Task<HttpStatusCode> SendAsync(
        Uri root,
        string path,
        JsonObject body,
        string? apiKey = null,
        string? key = null
    )
    {
        using var response = await PostAsync(root, path, body, apiKey, key);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(Uri root, string path, JsonObject body, string? apiKey, string? key)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, path)) { Content = JsonContent.Create(body) };
        if (apiKey is not null)
            request.Headers.Add("X-Api-Key", apiKey);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request);
    }

    private static async Task<JsonNode> ReadAsync(Uri root, string path, string apiKey = "sandbox-JT01")
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        return (await http.GetFromJsonAsync<JsonNode>(new Uri(root, path)))!;
    }
}
