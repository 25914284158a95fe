using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.RecurringPlans;
using TwoC2P.Tests.RecurringPlans;

namespace TwoC2P.Tests.WireCases;

/// <summary>Plans in other currencies and with dates that mean nothing.</summary>
public class PlanCaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("392", 10_000, "000000010000")]
    [InlineData("414", 12.345, "000000012345")]
    [InlineData("990", 1.2345, "000000012345")]
    [InlineData("764", 100, "000000010000")]
    public async Task An_inquiry_and_an_update_agree_about_the_amount(string currency, double amount, string wire)
    {
        var answer = ApiAnswer.Plan(
            ("version", "2.4"),
            ("respCode", "00"),
            ("recurringUniqueID", "156142"),
            ("currency", currency),
            ("amount", wire),
            ("maxAccumulateAmount", wire)
        );
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();

        var plan = await SendAsync(sut, gateway, new() { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = "156142" });
        var terms = RecurringPlanValidatorTests.Terms with
        {
            Currency = currency,
            Amount = plan.Amount.Value,
            MaxAccumulateAmount = plan.MaxAccumulateAmount.Value,
        };
        await SendAsync(
            sut,
            gateway,
            new()
            {
                Action = RecurringPlanAction.Update,
                RecurringUniqueId = "156142",
                Terms = terms,
            }
        );

        plan.Amount.Value.ShouldBe((decimal)amount);
        plan.MaxAccumulateAmount.Value.ShouldBe((decimal)amount);
        var sent = System.Xml.Linq.XElement.Parse(
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(gateway.Requests.Last().Envelope))
        );
        sent.Element("amount")!.Value.ShouldBe(wire);
        sent.Element("maxAccumulateAmount")!.Value.ShouldBe(wire);
        sent.Element("currency").ShouldBeNull();
    }

    [Theory]
    [InlineData("392", 10_000.5, "Give a whole amount: JPY has no decimals.")]
    [InlineData("764", 99.901, "Give at most 2 decimals: THB has no more.")]
    [InlineData("414", 1.2345, "Give at most 3 decimals: KWD has no more.")]
    [InlineData("990", 1.23456, "Give at most 4 decimals: CLF has no more.")]
    [InlineData("764", 10_000_000_000, "Give at most 2 decimals and no more than 12 digits with them.")]
    [InlineData(
        "000",
        100,
        "Change this plan in 2C2P's portal: its currency is not known, so nobody can tell how its amounts are written."
    )]
    [InlineData(
        null,
        100,
        "Change this plan in 2C2P's portal: its currency is not known, so nobody can tell how its amounts are written."
    )]
    public void An_amount_that_the_currency_does_not_have_is_refused_by_name(string? currency, double amount, string problem)
    {
        var terms = RecurringPlanValidatorTests.Terms with
        {
            Currency = currency,
            Amount = (decimal)amount,
            MaxAccumulateAmount = (decimal)amount,
        };

        Errors(terms).ShouldBe([new FieldError("amount", problem), new FieldError("maxAccumulateAmount", problem)]);
    }

    [Theory]
    [InlineData("392", 10_000, true)]
    [InlineData("392", 10_000.5, false)]
    [InlineData("414", 12.34, true)]
    [InlineData("414", 12.345, false)]
    [InlineData(null, 12.34, true)]
    public void Hundredths_hold_no_more_than_hundredths_and_than_the_currency_has(string? currency, double amount, bool isTaken)
    {
        var terms = RecurringPlanValidatorTests.Terms with { Currency = currency, Amount = (decimal)amount };

        Errors(terms, MinorUnits.Hundredths).Count.ShouldBe(isTaken ? 0 : 1);
    }

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2036-11-25", true)]
    [InlineData("2036-11-26", false)]
    [InlineData("2569-12-25", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("2026-11-24", false)]
    public void A_next_charge_is_within_ten_years(string date, bool isTaken)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Errors(RecurringPlanValidatorTests.Terms with { ChargeNextDate = day })
            .Select(error => error.Field)
            .ShouldBe(isTaken ? [] : ["chargeNextDate"]);
    }

    private static IReadOnlyList<FieldError> Errors(RecurringPlanTerms terms, MinorUnits units = MinorUnits.Iso4217) =>
        RecurringPlanRequestValidator.Validate(
            new RecurringPlanRequest
            {
                Action = RecurringPlanAction.Update,
                RecurringUniqueId = "156142",
                Terms = terms,
            },
            Now,
            units
        );

    private static async Task<RecurringPlanResponse> SendAsync(
        ClientUnderTest sut,
        ScriptedGateway gateway,
        RecurringPlanRequest request
    )
    {
        var outcome = await sut.Get<IRecurringPlanClient>()
            .SendAsync(
                ClientUnderTest.Merchant(gateway.Endpoint),
                request,
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
        return outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;
    }
}
