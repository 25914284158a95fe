using System.Net;
using Functions.Tests.Support;
using TwoC2P.CardTokens;

namespace Functions.Tests.Cards;

public sealed class ChangeCardTests
{
    private const string Address = $"merchants/JT01/cards/{FakeCards.Id}";

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json")]
    public async Task a_change_sends_along_what_2c2p_holds(string mediaType)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(
            Calls.Patch(Address, """{"panExpiry":"0632","cardholderName":"Mei Ling Tan"}""", mediaType)
        );

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        sut.Cards.Actions.ShouldBe([CardTokenAction.Inquiry, CardTokenAction.Update, CardTokenAction.Inquiry]);
        sut.Cards.Sent.ElementAt(1)
            .ShouldBe(
                new CardTokenRequest
                {
                    Action = CardTokenAction.Update,
                    StoreCardUniqueId = FakeCards.Id,
                    PanExpiry = "0632",
                    CardholderName = "Mei Ling Tan",
                    PanBank = "DBS Bank",
                    PanCountry = "SG",
                    CardholderEmail = "mei.tan@shop.example",
                }
            );
    }

    [Fact]
    public async Task a_change_answers_the_card_as_it_is_afterwards()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(FakeCards.Card));
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(FakeCards.Card with { PanBank = "UOB" }));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"panBank":"UOB"}"""));

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.JsonAsync()).GetProperty("panBank").GetString().ShouldBe("UOB");
    }

    [Theory]
    [InlineData(Endings.TimedOut)]
    [InlineData(Endings.Unverified)]
    [InlineData("01")]
    public async Task a_change_that_is_done_is_a_success_even_if_the_card_cannot_be_read_again(string ending)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(FakeCards.Card));
        sut.Cards.Next(CardTokenAction.Update, FakeApis.Answered(FakeCards.Card with { PanBank = "UOB" }));
        sut.Cards.Next(CardTokenAction.Inquiry, FakeCards.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"panBank":"UOB"}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).GetProperty("panBank").GetString().ShouldBe("UOB");
    }

    [Theory]
    [InlineData("""{"panBank":"UOB"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"cardholderName":"Zoe"}""", HttpStatusCode.OK)]
    public async Task a_stored_value_that_cannot_be_sent_back_must_be_set_too(string patch, HttpStatusCode status)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeApis.Answered(FakeCards.Card with { CardholderName = "Z** T**" }));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, patch));

        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK)
            return;

        var problem = await response.ShouldBeProblemAsync(status, "stored_value_unusable");
        problem.ErrorsOf().Keys.ShouldBe(["cardholderName"]);
        problem.GetRawText().ShouldNotContain("Z**");
        sut.Cards.Actions.ShouldBe([CardTokenAction.Inquiry]);
    }

    [Theory]
    [InlineData("01", HttpStatusCode.NotFound, "card_not_found")]
    [InlineData("98", HttpStatusCode.ServiceUnavailable, "gateway_unavailable")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_unverifiable")]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_timeout")]
    public async Task nothing_is_changed_when_the_card_cannot_be_read(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Inquiry, FakeCards.Ending(ending));

        using var response = await sut.Http.SendAsync(Calls.Patch(Address, """{"panBank":"UOB"}"""));

        await response.ShouldBeProblemAsync(status, code);
        sut.Cards.Actions.ShouldBe([CardTokenAction.Inquiry]);
    }

    [Theory]
    [InlineData("01", HttpStatusCode.NotFound, "card_not_found")]
    [InlineData("05", HttpStatusCode.UnprocessableEntity, "gateway_refused")]
    [InlineData("03", HttpStatusCode.UnprocessableEntity, "gateway_settings_refused")]
    [InlineData("95", HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.NeverSent, HttpStatusCode.ServiceUnavailable, "gateway_unreachable")]
    [InlineData(Endings.Unverified, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.HttpStatus, HttpStatusCode.BadGateway, "gateway_outcome_unverified")]
    [InlineData(Endings.TimedOut, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    [InlineData(Endings.Lost, HttpStatusCode.GatewayTimeout, "gateway_outcome_unknown")]
    public async Task a_failed_change_and_a_failed_deletion_have_their_code(string ending, HttpStatusCode status, string code)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Cards.Next(CardTokenAction.Update, FakeCards.Ending(ending));
        sut.Cards.Next(CardTokenAction.Delete, FakeCards.Ending(ending));

        using var changed = await sut.Http.SendAsync(Calls.Patch(Address, """{"panBank":"UOB"}"""));
        using var deleted = await sut.Http.SendAsync(Calls.Delete(Address));

        await changed.ShouldBeProblemAsync(status, code);
        await deleted.ShouldBeProblemAsync(status, code);
        sut.Cards.Actions.ShouldBe([CardTokenAction.Inquiry, CardTokenAction.Update, CardTokenAction.Delete]);
    }

    [Fact]
    public async Task a_deleted_card_is_answered_with_nothing()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Delete(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        sut.Cards.Sent.ShouldBe([new CardTokenRequest { Action = CardTokenAction.Delete, StoreCardUniqueId = FakeCards.Id }]);
    }

    [Fact]
    public async Task without_key_vault_nothing_is_sent()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.GatewayFailure = new PaymentOperations.Merchants.SecretsUnavailableException("vault", null);

        using var changed = await sut.Http.SendAsync(Calls.Patch(Address, """{"panBank":"UOB"}"""));
        using var deleted = await sut.Http.SendAsync(Calls.Delete(Address));

        await changed.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        await deleted.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        sut.Cards.Sent.ShouldBeEmpty();
    }
}
