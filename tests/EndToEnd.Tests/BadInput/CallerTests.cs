using System.Net;
using System.Text;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.BadInput;

/// <summary>Callers without the right key, without an idempotency key, or at a wrong address.</summary>
public sealed class CallerTests(World world)
{
    private const string Body = """{"invoiceNo":"INV-1","amount":1.00}""";

    private static readonly WorldMerchant Merchant = WorldMerchant.Refused;

    [Theory]
    [InlineData(null, "NOTRACE6")]
    [InlineData("no-key-of-anybody", "NOTRACE6")]
    [InlineData("test-E2E1", "NOTRACE6")]
    [InlineData("test-NOTRACE6", "NOBODY1")]
    [InlineData("test-NOTRACE6", "notrace6")]
    public async Task A_wrong_key_and_an_unknown_merchant_get_one_and_the_same_answer(string? apiKey, string merchantId)
    {
        using var request = Request(HttpMethod.Post, $"merchants/{merchantId}/refunds", apiKey, ShopClient.NewKey());

        var answer = await world.Shop.SendAsync(request);

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthorized");
        answer["detail"].ShouldBe("Send one valid API key of the merchant in the address, in the header X-Api-Key.");
        await world.ShouldKnowNothingOfAsync(merchantId);
    }

    [Fact]
    public async Task A_secret_key_from_a_browser_is_refused()
    {
        using var request = Request(HttpMethod.Post, $"merchants/{Merchant.Id}/refunds", Merchant.ApiKey, ShopClient.NewKey());
        request.Headers.Add("Origin", "https://shop.example");

        var answer = await world.Shop.SendAsync(request);

        answer.ShouldBeProblem(HttpStatusCode.Forbidden, "secret_key_in_browser");
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData(0, "idempotency_key_required")]
    [InlineData(256, "idempotency_key_invalid")]
    public async Task An_idempotency_key_of_a_wrong_length_is_refused(int length, string code)
    {
        var key = length == 0 ? null : new string('k', length);

        var answer = await world.Shop.PostAsync(Merchant, "refunds", Body, key);

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, code);
        answer["detail"]!.ShouldContain("Idempotency-Key");
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData("PUT", "refunds", "GET, POST")]
    [InlineData("DELETE", "voids", "POST")]
    [InlineData("POST", "payments", "GET")]
    public async Task A_wrong_verb_is_told_the_right_ones(string method, string path, string allowed)
    {
        using var request = Request(new HttpMethod(method), $"merchants/{Merchant.Id}/{path}", Merchant.ApiKey, null);

        var answer = await world.Shop.SendAsync(request);

        answer.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        foreach (var verb in allowed.Split(", "))
            answer.Headers["Allow"].ShouldContain(verb);
        await world.ShouldKnowNothingOfAsync(Merchant.Id);
    }

    [Theory]
    [InlineData("merchants/NOTRACE6/refundz")]
    [InlineData("merchants/NOTRACE6")]
    [InlineData("nothing/here")]
    [InlineData("merchants/NOTRACE6/refunds/a/b")]
    public async Task An_unknown_address_is_not_found(string path)
    {
        using var request = Request(HttpMethod.Get, path, Merchant.ApiKey, null);

        var answer = await world.Shop.SendAsync(request);

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "route_not_found");
        answer["detail"]!.ShouldContain("Check the address");
    }

    [Theory]
    [InlineData("operations/0199ffff-0000-7000-8000-000000000001")]
    [InlineData("refunds/no-id")]
    public async Task An_operation_that_does_not_exist_is_not_found(string path)
    {
        var answer = await world.Shop.GetAsync(Merchant, path);

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "operation_not_found");
    }

    [Fact]
    public async Task Another_merchants_operation_is_not_found()
    {
        var invoiceNo = await world.Gateway.CreateAsync(WorldMerchant.Plain, 10.00m);
        var accepted = await world.Shop.RefundAsync(WorldMerchant.Plain, invoiceNo, 1.00m);

        var answer = await world.Shop.GetAsync(Merchant, $"operations/{accepted["id"]}");

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "operation_not_found");
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? apiKey, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, new Uri(world.Sandbox.App.Address, $"api/{path}"));
        if (apiKey is not null)
            request.Headers.Add("X-Api-Key", apiKey);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (method != HttpMethod.Get)
            request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        return request;
    }
}
