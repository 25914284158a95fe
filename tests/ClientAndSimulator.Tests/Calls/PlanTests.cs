using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Outcomes;
using TwoC2P.RecurringPlans;

namespace ClientAndSimulator.Tests.Calls;

public sealed class PlanTests(RunningSimulator simulator)
{
    [Fact]
    public async Task A_plan_is_read_with_its_types()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut);

        var plan = await AnsweredAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));

        plan.RespReason.ShouldBe("Inquiry Successful");
        plan.Amount.Value.ShouldBe(99.90m);
        plan.CurrencyLetters.ShouldBe("SGD");
        plan.MaskedCardNo.ShouldBe("XXXXXXXXXXXX1111");
        plan.RecurringInterval.Value.ShouldBe(30);
        plan.CurrentCount.Value.ShouldBe(3);
        plan.ChargeNextDate.Value.ShouldBe(new DateOnly(2027, 1, 31));
        plan.ChargeOnDate.Value.ShouldBeNull();
    }

    [Fact]
    public async Task An_update_reaches_the_gateway_whole()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut);

        var plan = await AnsweredAsync(sut, PlanVerbs.Update());

        plan.Amount.Value.ShouldBe(123.45m);
        var record = await sut.RecordAsync("plans", PlanVerbs.Id);
        record["amount"]!.ToString().ShouldBe("000000012345");
        record["allowAccumulate"]!.ToString().ShouldBe("Y");
        record["maxAccumulateAmount"]!.ToString().ShouldBe("000000100000");
        record["recurringInterval"]!.ToString().ShouldBe("14");
        record["recurringCount"]!.ToString().ShouldBe("6");
        record["chargeNextDate"]!.ToString().ShouldBe("31012027");
        record["chargeOnDate"]!.ToString().ShouldBeEmpty();
    }

    /// <summary>What a PATCH does: read, change one term, send all of them.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("0101")]
    [InlineData("2902")]
    public async Task The_terms_that_were_read_can_be_sent_back_with_one_change(string? chargeOnDate)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut, chargeOnDate);
        var before = await sut.RecordAsync("plans", PlanVerbs.Id);
        var read = await AnsweredAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));

        await AnsweredAsync(
            sut,
            PlanVerbs.Request(RecurringPlanAction.Update) with
            {
                Terms = read.ToTerms() with { Amount = 1m },
            }
        );

        before["amount"] = "000000000100";
        (await sut.RecordAsync("plans", PlanVerbs.Id)).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task Without_a_next_date_the_gateway_reckons_it_from_the_interval()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut);
        var update = PlanVerbs.Update();

        var plan = await AnsweredAsync(sut, update with { Terms = update.Terms! with { ChargeNextDate = null } });

        plan.ChargeNextDate.Value.ShouldBe(new DateOnly(2026, 12, 7));
    }

    [Fact]
    public async Task A_cancelled_plan_charges_no_more_and_can_only_be_read()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut);

        var cancelled = await AnsweredAsync(sut, PlanVerbs.Request(RecurringPlanAction.Cancel));
        var again = await PlanVerbs.SendAsync(sut, PlanVerbs.Request(RecurringPlanAction.Cancel));
        var updated = await PlanVerbs.SendAsync(sut, PlanVerbs.Update());
        var read = await AnsweredAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));

        cancelled.RespReason.ShouldBe("Cancel Successful");
        CodeOf(again).ShouldBe("12");
        CodeOf(updated).ShouldBe("12");
        read.RecurringStatus.Value.ShouldBe(false);
        (await sut.RecordAsync("plans", PlanVerbs.Id))["cancelled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData(RecurringPlanAction.Inquiry)]
    [InlineData(RecurringPlanAction.Cancel)]
    public async Task A_plan_that_is_not_there_is_refused_with_16(RecurringPlanAction action)
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        CodeOf(await PlanVerbs.SendAsync(sut, PlanVerbs.Request(action))).ShouldBe("16");
    }

    [Fact]
    public async Task An_update_of_a_plan_that_is_not_there_is_refused_with_16()
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        CodeOf(await PlanVerbs.SendAsync(sut, PlanVerbs.Update())).ShouldBe("16");
    }

    [Fact]
    public async Task The_new_generation_names_the_merchant_and_what_it_answers_to_another_is_not_believed()
    {
        await using var hashed = await Meeting.BeginAsync(simulator);
        await using var signed = await Meeting.BeginJoseAsync(simulator);
        await PlanVerbs.SeedAsync(hashed);
        await PlanVerbs.SeedAsync(signed);
        var inquiry = PlanVerbs.Request(RecurringPlanAction.Inquiry);

        var unnamed = await AnsweredAsync(hashed, inquiry);
        var named = await AnsweredAsync(signed, inquiry);
        await signed.SetAsync("merchantID", "JT06");
        var anothers = await PlanVerbs.SendAsync(signed, inquiry);

        unnamed.MerchantId.ShouldBeNull();
        named.MerchantId.ShouldBe(signed.Merchant.MerchantId.Text);
        anothers.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Mismatched);
    }

    private static async Task<RecurringPlanResponse> AnsweredAsync(Meeting sut, RecurringPlanRequest request) =>
        (await PlanVerbs.SendAsync(sut, request)).ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;

    private static string? CodeOf(GatewayOutcome<RecurringPlanResponse> outcome) =>
        outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Refused>().Response.RespCode.Text;
}
