using System.Net;
using Functions.Tests.Support;
using TwoC2P.CardTokens;

namespace Functions.Tests.Cards;

public sealed class CreateCardTests
{
    private const string Address = "merchants/JT01/cards";
    private const string Body = """
        {"pan":"4111111111111111","panExpiry":"1230","panBank":"DBS Bank","panCountry":"SG","panCurrency":"702",
         "cardholderName":"Mei Tan","cardholderEmail":"mei.tan@shop.example"}
        """;

    [Fact]
    public async Task a_stored_card_is_answered_with_its_address_and_its_masked_number()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Body));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.Location!.ToString().ShouldBe($"/api/merchants/JT01/cards/{FakeCards.Id}");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        var body = await response.JsonAsync();
        body.GetProperty("storeCardUniqueID").GetString().ShouldBe(FakeCards.Id);
        body.GetProperty("panMasked").GetString().ShouldBe("411111XXXXXX1111");
        body.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe("00");
    }

    [Fact]
    public async Task everything_that_was_given_is_sent_once()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Body));

        var sent = sut.Cards.Sent.ShouldHaveSingleItem();
        sent.Action.ShouldBe(CardTokenAction.Add);
        sent.StoreCardUniqueId.ShouldBeNull();
        sent.PanExpiry.ShouldBe("1230");
        sent.PanBank.ShouldBe("DBS Bank");
        sent.PanCountry.ShouldBe("SG");
        sent.PanCurrency.ShouldBe("702");
        sent.CardholderName.ShouldBe("Mei Tan");
        sent.CardholderEmail.ShouldBe("mei.tan@shop.example");
        sut.Cards.SentNumbers.ShouldBe([FakeCards.HashOf(FakeCards.Pan)]);
    }

    [Fact]
    public async Task the_number_alone_is_enough_and_is_cleared_afterwards()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111","panBank":null}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var key = new byte[32];
        sut.Cards.Sent.Single().Pan!.KeyedHash(key).ShouldNotBe(new CardNumber(FakeCards.Pan).KeyedHash(key));
    }

    [Fact]
    public async Task a_repeat_is_answered_as_the_first_was_and_stores_no_second_card()
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111","panCountry":"SG"}"""));

        using var repeat = await sut.Http.SendAsync(Calls.Post(Address, """{ "panCountry": "SG", "pan": "4111111111111111" }"""));

        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        repeat.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        repeat.Headers.Location.ShouldBe(first.Headers.Location);
        (await repeat.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        sut.Cards.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"pan":"5555555555554444"}""")]
    [InlineData("""{"pan":"4111111111111111","panCountry":"SG"}""")]
    public async Task a_key_makes_one_request_only(string other)
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111"}"""));

        using var response = await sut.Http.SendAsync(Calls.Post(Address, other));

        await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
        sut.Cards.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_repeat_while_the_first_is_being_executed_is_to_come_back()
    {
        await using var sut = await TestApp.StartAsync();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        sut.Cards.Meanwhile = () =>
        {
            begun.TrySetResult();
            return end.Task;
        };
        var first = sut.Http.SendAsync(Calls.Post(Address, Body));
        await begun.Task;

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Body));

        await response.ShouldBeProblemAsync(HttpStatusCode.Conflict, "operation_executing");
        response.Headers.RetryAfter.ShouldNotBeNull();
        end.SetResult();
        (await first).StatusCode.ShouldBe(HttpStatusCode.Created);
        sut.Cards.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.Lost, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData("99", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData("77", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.Mismatched, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.Unreadable, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.HttpStatus, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    public async Task what_ended_unknown_is_never_sent_again_by_its_key(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Add, FakeCards.Ending(ending));

        using var first = await sut.Http.SendAsync(Calls.Post(Address, Body));
        using var repeat = await sut.Http.SendAsync(Calls.Post(Address, Body));

        var problem = await first.ShouldBeProblemAsync(status, code);
        problem.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        await repeat.ShouldBeProblemAsync(HttpStatusCode.Conflict, "outcome_unknown");
        sut.Cards.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData("05", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("11", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("03", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("13", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("04", HttpStatusCode.NotFound, "card_not_found")]
    public async Task what_verifiably_did_nothing_leaves_the_key_free(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Add, FakeCards.Ending(ending));

        using var first = await sut.Http.SendAsync(Calls.Post(Address, Body));
        using var repeat = await sut.Http.SendAsync(Calls.Post(Address, Body));

        var problem = await first.ShouldBeProblemAsync(status, code);
        if (ending.Length == 2)
            problem.GetProperty("gateway").GetProperty("respCode").GetString().ShouldBe(ending);
        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        repeat.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task without_storage_nothing_is_sent()
    {
        await using var sut = await TestApp.StartAsync();
        sut.OnceOnly.IsDown = true;

        using var response = await sut.Http.SendAsync(Calls.Post(Address, Body));

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        sut.Cards.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task without_key_vault_nothing_is_sent_and_the_key_is_free()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.GatewayFailure = new PaymentOperations.Merchants.SecretsUnavailableException("vault", new IOException());
        using var failed = await sut.Http.SendAsync(Calls.Post(Address, Body));
        sut.Merchants.GatewayFailure = null;

        using var repeat = await sut.Http.SendAsync(Calls.Post(Address, Body));

        await failed.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        sut.Cards.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_tells_requests_apart_has_no_digit_of_the_number_and_differs_by_key()
    {
        await using var sut = await TestApp.StartAsync();

        using var first = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111"}""", "key-1"));
        using var second = await sut.Http.SendAsync(Calls.Post(Address, """{"pan":"4111111111111111"}""", "key-2"));

        sut.OnceOnly.Fingerprints.ShouldBeUnique();
        sut.OnceOnly.Fingerprints.ShouldAllBe(fingerprint =>
            fingerprint.StartsWith("POST\nmerchants/JT01/cards\n{", StringComparison.Ordinal) && !fingerprint.Contains("4111")
        );
    }
}
