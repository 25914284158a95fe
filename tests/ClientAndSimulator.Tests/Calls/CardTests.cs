using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Calls;

public sealed class CardTests(RunningSimulator simulator)
{
    [Fact]
    public async Task An_added_card_is_stored_masked_with_everything_that_was_sent()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Add());

        var response = outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>().Response;
        response.PanMasked.ShouldBe("555555XXXXXX4444");
        response.PanBank.ShouldBe("Bank & Söhne <1>");
        response.PanCountry.ShouldBe("SG");
        response.CardholderName.ShouldBe("Mei O'Tan-Lim");
        response.CardholderEmail.ShouldBe("mei@shop.example");
        var card = await sut.RecordAsync("cards", response.StoreCardUniqueId!);
        card["panMasked"]!.ToString().ShouldBe("555555XXXXXX4444");
        card["panBank"]!.ToString().ShouldBe("Bank & Söhne <1>");
        card["panCurrency"]!.ToString().ShouldBe("702");
        card["panExpiry"]!.ToString().ShouldBe("0631");
    }

    [Fact]
    public async Task The_full_number_is_in_no_record_of_the_gateways()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var response = (await CardVerbs.SendAsync(sut, CardVerbs.Add()))
            .ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>()
            .Response;

        (await sut.RecordAsync("cards", response.StoreCardUniqueId!)).ToJsonString().ShouldNotContain(CardVerbs.Pan);
        (await sut.CallsAsync()).ShouldHaveSingleItem().ToJsonString().ShouldNotContain(CardVerbs.Pan);
    }

    [Fact]
    public async Task An_added_card_can_be_read_changed_and_deleted()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        var added = (await CardVerbs.SendAsync(sut, CardVerbs.Add()))
            .ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>()
            .Response;
        var id = added.StoreCardUniqueId!;

        var changed = await CardVerbs.SendAsync(sut, CardVerbs.Update() with { StoreCardUniqueId = id });
        var read = await CardVerbs.SendAsync(sut, CardVerbs.Request(CardTokenAction.Inquiry, id));
        var deleted = await CardVerbs.SendAsync(sut, CardVerbs.Request(CardTokenAction.Delete, id));

        changed.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
        var card = read.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>().Response;
        card.PanBank.ShouldBe("Another Bank");
        card.CardholderName.ShouldBe("Somchai J.");
        card.PanCountry.ShouldBe("SG");
        deleted.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>();
        (await sut.HasRecordAsync("cards", id)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(CardTokenAction.Inquiry)]
    [InlineData(CardTokenAction.Update)]
    [InlineData(CardTokenAction.Delete)]
    public async Task A_card_that_is_not_stored_is_refused_with_01(CardTokenAction action)
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Request(action));

        CodeOf(outcome).ShouldBe("01");
    }

    [Fact]
    public async Task An_id_that_cannot_be_one_is_refused_with_04()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Request(CardTokenAction.Inquiry, "no/such*id"));

        CodeOf(outcome).ShouldBe("04");
    }

    [Fact]
    public async Task A_card_that_has_expired_by_the_merchants_clock_is_not_sent()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        sut.Time.SetUtcNow(RunningSimulator.Now.AddDays(40));

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Add() with { PanExpiry = "1226" });

        var errors = outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.NeverSent>().Errors;
        errors.ShouldHaveSingleItem().Field.ShouldBe("panExpiry");
        (await sut.CallsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_answer_about_another_card_does_not_pass_for_the_new_one()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.SetAsync("panMasked", "411111XXXXXX1111");

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Add());

        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    private static string? CodeOf(GatewayOutcome<CardTokenResponse> outcome) =>
        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Refused>().Response.RespCode.Text;
}
