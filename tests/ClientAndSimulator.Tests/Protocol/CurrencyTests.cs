using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.RecurringPlans;
using TwoC2P.Simulator.Messages;

namespace ClientAndSimulator.Tests.Protocol;

/// <summary>Two tables of ISO 4217, written apart, and plans and links in each of its currencies.</summary>
public sealed class CurrencyTests(RunningSimulator simulator)
{
    public static TheoryData<string> Letters => [.. Iso4217.All.Select(currency => currency.Letters)];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Both_sides_know_the_currency_and_its_decimals(string letters)
    {
        var currency = Iso4217.Find(letters)!;

        Currencies.All[currency.Number].ShouldBe(letters);
        Currencies.DecimalsOf(letters).ShouldBe(currency.Decimals);
    }

    [Fact]
    public void Neither_side_knows_more() => Currencies.All.Count.ShouldBe(Iso4217.All.Count);

    [Theory]
    [MemberData(nameof(Letters))]
    public async Task An_amount_of_a_plan_survives_in_the_currencys_own_decimals(string letters)
    {
        var currency = Iso4217.Find(letters)!;
        await using var sut = await Meeting.BeginAsync(simulator);
        await SeedAsync(sut, currency.Number);

        var read = await PlanAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));
        var terms = read.ToTerms() with { Amount = read.Amount.Value * 2 };
        var changed = await PlanAsync(sut, PlanVerbs.Request(RecurringPlanAction.Update) with { Terms = terms });

        currency.Write(read.Amount.Value!.Value).Replace(".", "", StringComparison.Ordinal).TrimStart('0').ShouldBe("10000");
        changed.Amount.Text.ShouldBe("000000020000");
        changed.Amount.Value.ShouldBe(read.Amount.Value * 2);
    }

    [Fact]
    public async Task With_hundredths_yen_are_written_in_hundredths()
    {
        await using var sut = await Meeting.BeginAsync(simulator, new ProtocolSettings { MinorUnits = MinorUnits.Hundredths });
        await SeedAsync(sut, "392");

        var read = await PlanAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));
        var changed = await PlanAsync(
            sut,
            PlanVerbs.Request(RecurringPlanAction.Update) with
            {
                Terms = read.ToTerms() with { Amount = 10_000 },
            }
        );

        read.Amount.Value.ShouldBe(100);
        changed.Amount.Text.ShouldBe("000001000000");
    }

    [Theory]
    [InlineData("JPY", 10_000)]
    [InlineData("THB", 99.9)]
    [InlineData("KWD", 12.345)]
    [InlineData("CLF", 1.2345)]
    public async Task An_amount_of_a_link_survives_in_the_currencys_own_decimals(string letters, double amount)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        var terms = LinkVerbs.Terms with { Currency = letters, Amount = (decimal)amount };

        var made = await LinkVerbs.GenerateAsync(sut, terms);

        var answer = made.ShouldBeOfType<GatewayOutcome<GenerateLinkResponse>.Answered>().Response;
        answer.Amount.ShouldBe(new TwoC2P.WireValue<decimal>(Iso4217.Find(letters)!.Write((decimal)amount), (decimal)amount));
    }

    private static Task SeedAsync(Meeting sut, string number) =>
        sut.SeedAsync(
            "plans",
            new JsonObject
            {
                ["recurringUniqueId"] = PlanVerbs.Id,
                ["currency"] = number,
                ["amount"] = "000000010000",
                ["maxAccumulateAmount"] = "000000010000",
                ["recurringInterval"] = "30",
                ["recurringCount"] = "12",
                ["chargeNextDate"] = "31012027",
            }
        );

    private static async Task<RecurringPlanResponse> PlanAsync(Meeting sut, RecurringPlanRequest request) =>
        (await PlanVerbs.SendAsync(sut, request)).ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;
}
