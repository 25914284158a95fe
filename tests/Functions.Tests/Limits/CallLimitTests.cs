using System.Net;
using Functions.Tests.Support;

namespace Functions.Tests.Limits;

public sealed class CallLimitTests
{
    private const string Payment = "merchants/JT01/payments?invoiceNo=I";

    private static readonly (string, string)[] TwoPerKey = [("Limits__KeyPerSecond", "0.1"), ("Limits__KeyBurst", "2")];

    private static readonly (string, string)[] TwoRefusals = [("Limits__RefusedPerSecond", "0.1"), ("Limits__RefusedBurst", "2")];

    [Fact]
    public async Task a_key_that_calls_too_often_is_told_when_to_come_back()
    {
        await using var sut = await TestApp.StartAsync(TwoPerKey);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK, times: 2);

        using var response = await sut.Http.SendAsync(Calls.Get(Payment));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate_limited");
        problem.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        sut.Inquiry.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task whoever_waits_as_long_as_he_was_told_is_let_in_with_the_same_idempotency_key()
    {
        await using var sut = await TestApp.StartAsync(TwoPerKey);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK, times: 2);
        using var refused = await sut.PostRefundAsync(Calls.RefundBody);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        sut.DidNothing.ShouldBeTrue();

        sut.Time.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        using var accepted = await sut.PostRefundAsync(Calls.RefundBody);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        sut.Intake.Commands.Count.ShouldBe(1);
    }

    [Fact]
    public async Task one_key_does_not_use_up_anothers()
    {
        await using var sut = await TestApp.StartAsync(TwoPerKey);
        sut.Merchants.Add(FakeMerchants.KeyOf("second", "payments:read") with { Id = "second" });
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK, times: 2);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.TooManyRequests);

        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "second"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task all_keys_of_a_merchant_share_its_limit_and_no_other_merchant_does()
    {
        await using var sut = await TestApp.StartAsync(("Limits__MerchantPerSecond", "1"), ("Limits__MerchantBurst", "2"));
        sut.Merchants.Add(FakeMerchants.KeyOf("second", "payments:read") with { Id = "second" });
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK);
        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "second"), HttpStatusCode.OK);

        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.TooManyRequests);
        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "second"), HttpStatusCode.TooManyRequests);
        await sut.ShouldAnswerAsync(
            Calls.Get("merchants/JT04/payments?invoiceNo=I").With("X-Api-Key", FakeMerchants.OtherMerchantsKey),
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task a_publishable_key_which_everybody_can_read_uses_up_nothing_of_the_secret_ones()
    {
        await using var sut = await TestApp.StartAsync(("Limits__MerchantPerSecond", "0.1"), ("Limits__MerchantBurst", "2"));
        sut.AddPublishableKeys("pk_1", "pk_2");
        await sut.ShouldAnswerAsync(FromPage("pk_1"), HttpStatusCode.OK);
        await sut.ShouldAnswerAsync(FromPage("pk_2"), HttpStatusCode.OK);

        await sut.ShouldAnswerAsync(FromPage("pk_1"), HttpStatusCode.TooManyRequests);
        await sut.ShouldAnswerAsync(FromPage("pk_2"), HttpStatusCode.TooManyRequests);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK, times: 2);
    }

    [Fact]
    public async Task one_visitor_does_not_use_up_a_publishable_key_for_all_others()
    {
        await using var sut = await TestApp.StartAsync(TwoPerKey);
        sut.AddPublishableKeys("pk_1");
        using var elsewhere = sut.From("127.0.0.2");
        await sut.ShouldAnswerAsync(FromPage("pk_1"), HttpStatusCode.OK, times: 2);

        await sut.ShouldAnswerAsync(FromPage("pk_1"), HttpStatusCode.TooManyRequests);
        using var other = await elsewhere.SendAsync(FromPage("pk_1"));
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task wrong_keys_have_a_limit_of_their_address_and_use_up_nothing_of_the_merchant()
    {
        await using var sut = await TestApp.StartAsync([.. TwoPerKey, .. TwoRefusals]);
        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "wrong"), HttpStatusCode.Unauthorized, times: 2);

        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "wrong"), HttpStatusCode.TooManyRequests, times: 3);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK, times: 2);

        sut.Time.Advance(TimeSpan.FromSeconds(10));
        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "wrong"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task a_right_key_that_may_not_do_it_counts_as_a_wrong_one()
    {
        await using var sut = await TestApp.StartAsync([.. TwoPerKey, .. TwoRefusals]);
        await sut.ShouldAnswerAsync(
            Calls.Get(Payment).With("Origin", "https://shop.example"),
            HttpStatusCode.Forbidden,
            times: 2
        );

        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("Origin", "https://shop.example"), HttpStatusCode.TooManyRequests);
        await sut.ShouldAnswerAsync(Calls.Get(Payment), HttpStatusCode.OK);
    }

    [Fact]
    public async Task each_address_has_its_own_limit_whatever_the_caller_says_of_itself()
    {
        await using var sut = await TestApp.StartAsync(TwoRefusals);
        using var elsewhere = sut.From("127.0.0.2");
        await sut.ShouldAnswerAsync(Calls.Get(Payment).With("X-Api-Key", "wrong"), HttpStatusCode.Unauthorized, times: 2);

        await sut.ShouldAnswerAsync(
            Calls.Get(Payment).With("X-Api-Key", "wrong").With("X-Forwarded-For", "203.0.113.7"),
            HttpStatusCode.TooManyRequests
        );
        using var other = await elsewhere.SendAsync(Calls.Get(Payment).With("X-Api-Key", "wrong"));
        other.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    [InlineData("openapi.json")]
    [InlineData("docs")]
    public async Task what_asks_for_no_key_has_no_limit(string path)
    {
        await using var sut = await TestApp.StartAsync(
            ("Limits__KeyBurst", "1"),
            ("Limits__MerchantBurst", "1"),
            ("Limits__RefusedBurst", "1")
        );

        await sut.ShouldAnswerAsync(new(HttpMethod.Get, path), HttpStatusCode.OK, times: 5);
    }

    private static HttpRequestMessage FromPage(string key) =>
        Calls.Get(Payment).With("X-Api-Key", key).With("Origin", Callers.Page);
}
