using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.CardTokens;
using TwoC2P.Outcomes;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;

namespace ClientAndSimulator.Tests.Calls;

/// <summary>What the client lets pass at its limits, the gateway takes: both have drawn the same lines.</summary>
public sealed class BoundaryTests(RunningSimulator simulator)
{
    [Theory]
    [InlineData("411111111117")]
    [InlineData("4111111111111111110")]
    public async Task Card_numbers_of_12_and_19_digits(string pan)
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var outcome = await CardVerbs.SendAsync(sut, CardVerbs.Add() with { Pan = new CardNumber(pan) });

        outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>().Response.PanMasked!.ShouldEndWith(pan[^4..]);
    }

    [Fact]
    public async Task The_longest_values_of_a_card()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        var card = CardVerbs.Add() with
        {
            PanBank = new string('ก', 50),
            CardholderName = "- _,'.&" + new string('Z', 43),
            CardholderEmail = "!#$%&'*+/=?^_`{|}~-@shop.example".PadLeft(50, 'a'),
            PanExpiry = "1126",
        };

        var outcome = await CardVerbs.SendAsync(sut, card);

        var stored = outcome.ShouldBeOfType<GatewayOutcome<CardTokenResponse>.Answered>().Response;
        stored.PanBank.ShouldBe(card.PanBank);
        stored.CardholderName.ShouldBe(card.CardholderName);
        stored.CardholderEmail.ShouldBe(card.CardholderEmail);
    }

    [Theory]
    [InlineData(1, null, 0)]
    [InlineData(365, null, 99_999)]
    [InlineData(null, "02-29", 1)]
    public async Task The_smallest_and_largest_terms_of_a_plan(int? interval, string? day, int count)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await PlanVerbs.SeedAsync(sut);
        var terms = new RecurringPlanTerms
        {
            Currency = PlanVerbs.Currency,
            IsActive = false,
            Amount = count == 1 ? 0.01m : 9_999_999_999.99m,
            AllowAccumulate = false,
            MaxAccumulateAmount = count == 1 ? 0m : 9_999_999_999.99m,
            RecurringInterval = interval,
            RecurringCount = count,
            ChargeNextDate = new DateOnly(2026, 11, 23),
            ChargeOnDate = DayAndMonth.TryParseIso(day, out var onDay) ? onDay : null,
        };

        var outcome = await PlanVerbs.SendAsync(sut, PlanVerbs.Request(RecurringPlanAction.Update) with { Terms = terms });

        outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response.ToTerms().ShouldBe(terms);
    }

    [Theory]
    [InlineData("2.1", false, false, 14)]
    [InlineData("2.4", false, false, 50)]
    [InlineData("2.4", true, false, 45)]
    [InlineData("2.4", true, true, 40)]
    public async Task The_longest_prefix_of_a_link_by_version_and_kind(string version, bool multiple, bool recurring, int length)
    {
        var terms = LinkVerbs.Terms with
        {
            AllowMultiplePayment = multiple,
            MaxTransaction = multiple ? 1000 : null,
            Recurring = recurring ? Plan(20.50m) : null,
        };

        (
            await GenerateAsync(terms, version, new string('P', length))
        ).ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>();
        (await GenerateAsync(terms, version, new string('P', length + 1)))
            .ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.NeverSent>()
            .Errors.ShouldHaveSingleItem()
            .Field.ShouldBe("orderIdPrefix");
    }

    [Theory]
    [InlineData("JPY", 100)]
    [InlineData("KRW", 9_999_999_999)]
    [InlineData("SGD", 0.01)]
    [InlineData("SGD", 9_999_999_999.99)]
    public async Task Amounts_of_a_link_and_of_its_plan_in_the_units_of_their_currency(string currency, double amount)
    {
        var terms = LinkVerbs.Terms with
        {
            Currency = currency,
            Amount = (decimal)amount,
            Recurring = Plan((decimal)amount) with { AllowAccumulate = true, MaxAccumulateAmount = (decimal)amount },
        };

        var outcome = await GenerateAsync(terms);

        var link = outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>(outcome.ToString()).Response;
        link.Amount.Value.ShouldBe(terms.Amount);
    }

    [Fact]
    public async Task A_plan_of_a_link_that_accumulates_nothing()
    {
        var plan = Plan(1) with { MaxAccumulateAmount = 0m };

        var outcome = await GenerateAsync(LinkVerbs.Terms with { Recurring = plan });

        outcome.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>(outcome.ToString());
    }

    [Fact]
    public async Task The_longest_recipients_and_texts()
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await LinkVerbs.SeedAsync(sut);
        string[] emails = [.. Enumerable.Repeat("@shop.example".PadLeft(50, 'a'), 4), "@shop.example".PadLeft(51, 'b')];
        string[] mobiles = [.. Enumerable.Repeat("+123456789012345", 14), "+1234567", "+1234567"];
        var delivery = new QuickPayDelivery
        {
            ToEmails = emails,
            CcEmails = emails,
            BccEmails = emails,
            EmailSubject = new string('ก', 255),
            EmailMessage = new string('ข', 255),
            ToMobiles = mobiles,
            SmsMessage = new string('ค', 60),
        };

        var outcome = await LinkVerbs.SendAsync(sut, delivery);

        var report = outcome.ShouldBeOfType<GatewayOutcome<SendLinkResponse>.Answered>(outcome.ToString()).Response.Delivery;
        string.Join(';', emails).Length.ShouldBe(255);
        string.Join(';', mobiles).Length.ShouldBe(255);
        report.SuccessEmails.ShouldBe(emails);
        report.SuccessMobiles.ShouldBe(mobiles);
    }

    private static QuickPayRecurring Plan(decimal amount) => new() { Amount = amount, Interval = 30 };

    private async Task<GatewayOutcome<GenerateLinkResponse>> GenerateAsync(
        QuickPayLinkTerms terms,
        string version = "2.4",
        string prefix = LinkVerbs.Prefix
    )
    {
        await using var sut = await Meeting.BeginAsync(simulator, new() { QuickPay = { Version = version } });
        return await sut.Client<IQuickPayClient>()
            .GenerateAsync(
                sut.Merchant,
                new GenerateLinkRequest(prefix, terms),
                Meeting.Deadline,
                TestContext.Current.CancellationToken
            );
    }
}
