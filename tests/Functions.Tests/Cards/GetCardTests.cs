using System.Net;
using System.Text.Json;
using Functions.Tests.Support;
using TwoC2P.CardTokens;

namespace Functions.Tests.Cards;

public sealed class GetCardTests
{
    private const string Address = $"merchants/JT01/cards/{FakeCards.Id}";

    [Fact]
    public async Task a_card_is_shown_as_2c2p_shows_it()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await response.JsonAsync();
        body.GetProperty("storeCardUniqueID").GetString().ShouldBe(FakeCards.Id);
        body.GetProperty("merchantId").GetString().ShouldBe("JT01");
        body.GetProperty("panBank").GetString().ShouldBe("DBS Bank");
        body.GetProperty("panCountry").GetString().ShouldBe("SG");
        body.GetProperty("cardholderName").GetString().ShouldBe("Mei Tan");
        body.GetProperty("cardholderEmail").GetString().ShouldBe("mei.tan@shop.example");
        body.GetProperty("gateway").GetProperty("respDesc").GetString().ShouldBe("Success");
        var sent = sut.Cards.Sent.ShouldHaveSingleItem();
        sent.ShouldBe(new CardTokenRequest { Action = CardTokenAction.Inquiry, StoreCardUniqueId = FakeCards.Id });
    }

    [Fact]
    public async Task what_2c2p_does_not_tell_is_null()
    {
        await using var sut = await TestApp.StartAsync();
        var card = new CardTokenResponse { RespCode = new("00"), StoreCardUniqueId = FakeCards.Id };
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(card));

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var body = await response.JsonAsync();
        foreach (var name in (string[])["merchantId", "panMasked", "panBank", "panCountry", "cardholderName", "cardholderEmail"])
            body.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
    }

    [Fact]
    public async Task a_head_is_answered_like_a_get_without_the_body()
    {
        await using var sut = await TestApp.StartAsync();
        using var request = Calls.Get(Address);
        request.Method = HttpMethod.Head;

        using var response = await sut.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("01", HttpStatusCode.NotFound, "card_not_found")]
    [InlineData("04", HttpStatusCode.NotFound, "card_not_found")]
    [InlineData("10", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("13", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("99", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.Mismatched, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    [InlineData(Endings.Lost, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task a_failed_read_has_its_code(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeCards.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        await response.ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task a_key_without_the_scope_is_refused()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Add(FakeMerchants.KeyOf("other", "payments:read", "cards:write"));

        using var response = await sut.Http.SendAsync(Calls.Get(Address).With("X-Api-Key", "other"));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "missing_scope");
        sut.Cards.Sent.ShouldBeEmpty();
    }
}
