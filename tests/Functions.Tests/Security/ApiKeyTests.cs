using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using PaymentOperations.Merchants;

namespace Functions.Tests.Security;

public sealed class ApiKeyTests
{
    private const string Payment = "merchants/JT01/payments?invoiceNo=I";

    [Theory]
    [InlineData("JT01", null)]
    [InlineData("JT01", "")]
    [InlineData("JT01", "wrong")]
    [InlineData("JT01", "SANDBOX-JT01")]
    [InlineData("JT01", FakeMerchants.OtherMerchantsKey)]
    [InlineData("JT02", FakeMerchants.Key)]
    [InlineData("jt01", FakeMerchants.Key)]
    [InlineData("JT01%2F", FakeMerchants.Key)]
    public async Task a_wrong_key_a_foreign_key_and_an_unknown_merchant_answer_the_same(string merchantId, string? key)
    {
        await using var sut = await TestApp.StartAsync();
        var request = Calls.Post($"merchants/{merchantId}/refunds", Calls.RefundBody).With("X-Api-Key", key);

        using var response = await sut.Http.SendAsync(request);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        problem
            .GetRawText()
            .Replace(problem.GetProperty("requestId").GetString()!, "", StringComparison.Ordinal)
            .ShouldBe(
                """{"type":"http://127.0.0.1:7071/api/docs#code-unauthorized","title":"The API key is not accepted","status":401,"detail":"Send one valid API key of the merchant in the address, in the header X-Api-Key.","code":"unauthorized","retryable":false,"requestId":""}"""
            );
        response.Headers.WwwAuthenticate.ToString().ShouldBe("ApiKey");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task an_unknown_merchant_never_reaches_the_secrets()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT99/payments?invoiceNo=I"));

        sut.Merchants.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task two_keys_in_one_request_are_none()
    {
        await using var sut = await TestApp.StartAsync();

        var answer = await RawHttp.SendAsync(
            sut.Address,
            $"GET /api/{Payment} HTTP/1.1\nX-Api-Key: {FakeMerchants.Key}\nX-Api-Key: {FakeMerchants.Key}"
        );

        answer.ShouldStartWith("HTTP/1.1 401 ");
    }

    [Fact]
    public async Task any_of_a_merchants_keys_opens()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("second", "payments:read"));

        using var response = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "second"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_key_ends_at_its_expiry()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("old", "payments:read") with { ExpiresAt = sut.Time.GetUtcNow().AddSeconds(1) });

        using var before = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "old"));
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        using var after = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "old"));

        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        await after.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task a_key_without_the_scope_is_told_which_it_needs()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("reader", "refunds:read"));

        using var response = await sut.Http.SendAsync(
            Calls.Post("merchants/JT01/refunds", Calls.RefundBody).With("X-Api-Key", "reader")
        );

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        problem.GetProperty("detail").GetString()!.ShouldContain("refunds:write");
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task a_secret_key_from_a_browser_is_refused()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Payment).With("Origin", "https://shop.example"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "secret_key_in_browser");
        sut.Inquiry.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://shop.example", HttpStatusCode.OK)]
    [InlineData("https://shop.example:8443", HttpStatusCode.Forbidden)]
    [InlineData("http://shop.example", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task a_publishable_key_works_from_its_exact_origins_only(string? origin, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(Publishable());

        using var response = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "pk_1").With("Origin", origin));

        response.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.OK)
            await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "origin_not_allowed");
    }

    [Fact]
    public async Task a_publishable_key_never_writes_whatever_its_scopes_say()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(Publishable());
        var request = Calls
            .Post("merchants/JT01/refunds", Calls.RefundBody)
            .With("X-Api-Key", "pk_1")
            .With("Origin", "https://shop.example");

        using var response = await sut.Http.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.DidNothing.ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1/32", HttpStatusCode.OK)]
    [InlineData("203.0.113.0/24 127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("203.0.113.0/24", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.2/32", HttpStatusCode.Forbidden)]
    [InlineData("::1/128", HttpStatusCode.Forbidden)]
    public async Task a_key_with_addresses_works_from_these_only(string ranges, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(From(ranges));

        using var response = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "bound"));

        response.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.OK)
            await ShouldBeElsewhereAsync(response);
    }

    [Theory]
    [InlineData("203.0.113.5")]
    [InlineData("127.0.0.1, 203.0.113.5")]
    [InlineData("203.0.113.5, 203.0.113.6, 127.0.0.1")]
    public async Task an_address_that_a_caller_only_claims_counts_for_nothing(string claimed)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(From("203.0.113.0/24"));
        var request = Calls.Post("merchants/JT01/refunds", Calls.RefundBody).With("X-Api-Key", "bound");
        foreach (var header in (string[])["X-Forwarded-For", "X-Client-IP", "Client-IP", "X-Original-For", "X-Azure-ClientIP"])
            request.With(header, claimed);

        using var response = await sut.Http.SendAsync(request.With("Forwarded", "for=203.0.113.5"));

        await ShouldBeElsewhereAsync(response);
        sut.DidNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task whoever_calls_from_elsewhere_learns_nothing_else_of_a_key()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(From("203.0.113.0/24") with { Scopes = new HashSet<string>() });
        sut.Merchants.Add(
            FakeMerchants.KeyOf("ended", "payments:read") with
            {
                Addresses = [IPNetwork.Parse("203.0.113.0/24")],
                ExpiresAt = sut.Time.GetUtcNow(),
            }
        );

        using var noScope = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "bound").With("Origin", "null"));
        using var expired = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "ended"));
        using var unknown = await sut.Http.SendAsync(Calls.Get(Payment).With("X-Api-Key", "boun"));

        await ShouldBeElsewhereAsync(noScope);
        await expired.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task a_key_that_cannot_be_checked_now_can_be_checked_later()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Failure = new SecretsUnavailableException("JT01-api-keys", null);

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        problem.GetProperty("retryable").ValueKind.ShouldBe(JsonValueKind.True);
        response.Headers.RetryAfter.ShouldNotBeNull();
        sut.DidNothing.ShouldBeTrue();
    }

    private static async Task ShouldBeElsewhereAsync(HttpResponseMessage response)
    {
        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "address_not_allowed");
        problem.GetProperty("detail").GetString()!.ShouldEndWith("This call came from 127.0.0.1.");
    }

    private static ApiKey From(string ranges) =>
        FakeMerchants.KeyOf("bound", "payments:read", "refunds:write") with
        {
            Addresses = [.. ranges.Split(' ').Select(range => IPNetwork.Parse(range))],
        };

    private static ApiKey Publishable() =>
        FakeMerchants.KeyOf("pk_1", "payments:read", "refunds:write") with
        {
            Publishable = true,
            Origins = ["https://shop.example"],
        };
}
