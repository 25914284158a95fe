using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace ClientAndSimulator.Tests.Calls;

public sealed class LinkTests(RunningSimulator simulator)
{
    private static readonly QuickPayLinkTerms EveryTerm = LinkVerbs.Terms with
    {
        AllowMultiplePayment = false,
        MaxTransaction = null,
        Recurring = new QuickPayRecurring
        {
            Amount = 20.50m,
            AllowAccumulate = true,
            MaxAccumulateAmount = 100m,
            Count = 12,
            ChargeNextDate = new DateOnly(2027, 2, 1),
            ChargeOnDate = DayAndMonth.TryParseIso("02-01", out var day) ? day : null,
        },
        UseStoreCardOnly = true,
        StoreCardUniqueId = "260121085327001000",
        IppPeriodFilter = "3,6",
    };

    [Fact]
    public async Task A_new_link_has_an_id_and_an_address_and_every_term_that_was_sent()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var link = Answered(await LinkVerbs.GenerateAsync(sut, EveryTerm));

        link.Url.ShouldNotBeNullOrEmpty();
        link.Amount.Value.ShouldBe(200m);
        link.Expiry.Value.ShouldBe(EveryTerm.Expiry);
        var fields = (await sut.RecordAsync("links", link.QpId!))["fields"]!;
        fields["description"]!.ToString().ShouldBe(" Order 2026_1 #5");
        fields["userData2"]!.ToString().ShouldBe("two & <2>");
        fields["recurringAmount"]!.ToString().ShouldBe("20.50");
        fields["chargeOnDate"]!.ToString().ShouldBe("0102");
        fields["useStoreCardOnly"]!.ToString().ShouldBe("Y");
        fields["ippPeriodFilter"]!.ToString().ShouldBe("3,6");
    }

    /// <summary>The order of this answer's hash rests on inference on both sides: they were written apart and agree.</summary>
    [Fact]
    public async Task A_link_with_every_term_is_read_back_and_the_answers_hash_verifies()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        var made = Answered(await LinkVerbs.GenerateAsync(sut, EveryTerm));

        var link = Answered(await LinkVerbs.QueryAsync(sut, made.QpId!));

        link.OrderIdPrefix.ShouldBe(LinkVerbs.Prefix);
        link.Description.ShouldBe(EveryTerm.Description);
        link.UserData.ShouldBe(EveryTerm.UserData);
        link.ResultUrl1.ShouldBe(EveryTerm.ResultUrl1);
        link.PaymentExpiry.Value.ShouldBe(EveryTerm.PaymentExpiry);
        link.EnableStoreCard.Value.ShouldBe(true);
        link.RecurringAmount.Value.ShouldBe(20.50m);
        link.RecurringCount.Value.ShouldBe(12);
        link.ChargeNextDate.Value.ShouldBe(new DateOnly(2027, 2, 1));
        link.ChargeOnDate.Value.ShouldBe(EveryTerm.Recurring!.ChargeOnDate);
        link.CurrentApproved.Value.ShouldBe(0);
    }

    [Fact]
    public async Task A_prefix_is_taken_once()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        Answered(await LinkVerbs.GenerateAsync(sut));

        var again = await LinkVerbs.GenerateAsync(sut);
        var withMessage = await LinkVerbs.GenerateAndSendAsync(sut);

        CodeOf(again).ShouldBe("013");
        CodeOf(withMessage).ShouldBe("013");
    }

    [Fact]
    public async Task A_link_is_made_and_sent_in_one_call()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var link = Answered(await LinkVerbs.GenerateAndSendAsync(sut));

        link.Delivery.SuccessEmails.ShouldBe(LinkVerbs.Delivery.ToEmails);
        link.Delivery.SuccessMobiles.ShouldBe(LinkVerbs.Delivery.ToMobiles);
        link.Delivery.FailedEmails.ShouldBeEmpty();
        (await sut.HasRecordAsync("links", link.QpId!)).ShouldBeTrue();
    }

    /// <summary>By e-mail, by text message, by both; and each with one recipient that cannot be reached.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_recipient_that_is_not_reached_is_reported_and_no_error(bool byEmail, bool byMobile)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await LinkVerbs.SeedAsync(sut);
        await sut.FaultAsync(
            "delivery-fails",
            new JsonObject { ["recipients"] = new JsonArray("b@shop.example", "+66812345678") }
        );
        var delivery = byEmail ? LinkVerbs.Delivery : new QuickPayDelivery { SmsMessage = "Please pay." };
        delivery = delivery with { ToMobiles = byMobile ? LinkVerbs.Delivery.ToMobiles : [] };

        var report = Answered(await LinkVerbs.SendAsync(sut, delivery)).Delivery;

        report.SuccessEmails.ShouldBe(byEmail ? ["a@shop.example"] : []);
        report.FailedEmails.ShouldBe(byEmail ? ["b@shop.example"] : []);
        report.SuccessMobiles.ShouldBe(byMobile ? ["+6599999999"] : []);
        report.FailedMobiles.ShouldBe(byMobile ? ["+66812345678"] : []);
    }

    [Fact]
    public async Task A_new_link_whose_message_reaches_nobody_is_still_a_link()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.FaultAsync("delivery-fails");

        var link = Answered(await LinkVerbs.GenerateAndSendAsync(sut));

        link.Delivery.FailedEmails.ShouldBe(LinkVerbs.Delivery.ToEmails);
        link.Delivery.FailedMobiles.ShouldBe(LinkVerbs.Delivery.ToMobiles);
        (await sut.HasRecordAsync("links", link.QpId!)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_changes_the_terms_and_keeps_the_prefix()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await LinkVerbs.SeedAsync(sut);

        Answered(await LinkVerbs.UpdateAsync(sut));

        var link = Answered(await LinkVerbs.QueryAsync(sut));
        link.OrderIdPrefix.ShouldBe("SEEDED-1");
        link.Amount.Value.ShouldBe(200m);
        link.MaxTransaction.Value.ShouldBe(5);
        link.Expiry.Value.ShouldBe(LinkVerbs.Terms.Expiry);
        link.CurrentApproved.Value.ShouldBe(2);
        link.ClickCount.Value.ShouldBe(9);
    }

    [Fact]
    public async Task Fewer_payments_than_were_made_are_refused_with_014()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await LinkVerbs.SeedAsync(sut);

        CodeOf(await LinkVerbs.UpdateAsync(sut, LinkVerbs.Terms with { MaxTransaction = 1 })).ShouldBe("014");
    }

    [Fact]
    public async Task What_is_deleted_is_unknown_to_every_verb()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await LinkVerbs.SeedAsync(sut);

        Answered(await LinkVerbs.DeleteAsync(sut));

        (await sut.HasRecordAsync("links", LinkVerbs.Id)).ShouldBeFalse();
        CodeOf(await LinkVerbs.QueryAsync(sut)).ShouldBe("002");
        CodeOf(await LinkVerbs.SendAsync(sut)).ShouldBe("002");
        CodeOf(await LinkVerbs.UpdateAsync(sut)).ShouldBe("002");
        CodeOf(await LinkVerbs.DeleteAsync(sut)).ShouldBe("002");
    }

    [Theory]
    [InlineData("amount", "1.00")]
    [InlineData("currency", "THB")]
    [InlineData("orderIdPrefix", "OTHER")]
    public async Task A_new_link_for_something_else_than_was_asked_is_not_believed(string field, string value)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.SetAsync(field, value);

        var outcome = await LinkVerbs.GenerateAsync(sut);

        outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    private static T Answered<T>(GatewayOutcome<T> outcome)
        where T : class => outcome.ShouldBeOfType<GatewayOutcome<T>.Answered>(outcome.ToString()).Response;

    private static string? CodeOf<T>(GatewayOutcome<T> outcome)
        where T : QuickPayResponse => outcome.ShouldBeOfType<GatewayOutcome<T>.Refused>().Response.ResCode.Text;
}
