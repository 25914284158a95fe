using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.RecurringPlans;

public class RecurringPlanValidatorTests
{
    internal static readonly RecurringPlanTerms Terms = new()
    {
        Currency = "702",
        IsActive = true,
        Amount = 99.90m,
        AllowAccumulate = false,
        MaxAccumulateAmount = 10m,
        RecurringInterval = 30,
        RecurringCount = 12,
        ChargeNextDate = new DateOnly(2027, 1, 31),
    };

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void An_update_with_all_terms_is_taken() => Fields(Terms).ShouldBeEmpty();

    [Fact]
    public void An_update_without_terms_names_each_that_is_missing() =>
        Fields(new RecurringPlanTerms())
            .ShouldBe(
                [
                    "recurringStatus",
                    "amount",
                    "allowAccumulate",
                    "maxAccumulateAmount",
                    "recurringCount",
                    "recurringInterval",
                    "chargeOnDate",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Exactly_one_of_interval_and_day_is_taken()
    {
        Fields(Terms with { ChargeOnDate = Day("12-31") }).ShouldBe(["recurringInterval", "chargeOnDate"]);
        Fields(Terms with { RecurringInterval = null }).ShouldBe(["recurringInterval", "chargeOnDate"]);
        Fields(Terms with { RecurringInterval = null, ChargeOnDate = Day("12-31") }).ShouldBeEmpty();
    }

    [Fact]
    public void The_next_date_may_be_left_out_with_an_interval_only()
    {
        Fields(Terms with { ChargeNextDate = null }).ShouldBeEmpty();
        Fields(Terms with { ChargeNextDate = null, RecurringInterval = null, ChargeOnDate = Day("12-31") })
            .ShouldBe(["chargeNextDate"]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(-1, false)]
    public void An_interval_is_a_day_to_a_year(int days, bool isOne) =>
        Fields(Terms with { RecurringInterval = days }).ShouldBe(isOne ? [] : ["recurringInterval"]);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(99_999, true)]
    [InlineData(100_000, false)]
    public void A_count_is_none_to_five_digits(int count, bool isOne) =>
        Fields(Terms with { RecurringCount = count }).ShouldBe(isOne ? [] : ["recurringCount"]);

    [Fact]
    public void Amounts_are_positive_and_dates_are_not_past()
    {
        Fields(Terms with { Amount = 0m }).ShouldBe(["amount"]);
        Fields(Terms with { MaxAccumulateAmount = -0.01m }).ShouldBe(["maxAccumulateAmount"]);
        Fields(Terms with { ChargeNextDate = new DateOnly(2026, 11, 29) }).ShouldBe(["chargeNextDate"]);
        Fields(Terms with { ChargeNextDate = new DateOnly(2026, 11, 30) }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("15614x")]
    [InlineData("๑")]
    [InlineData("123456789012345678901")]
    public void A_plan_is_up_to_twenty_digits(string id)
    {
        var errors = RecurringPlanRequestValidator.Validate(
            new RecurringPlanRequest { Action = RecurringPlanAction.Inquiry, RecurringUniqueId = id },
            Now
        );

        errors.ShouldHaveSingleItem().Field.ShouldBe("recurringUniqueID");
    }

    [Fact]
    public void Only_updates_have_terms()
    {
        var errors = RecurringPlanRequestValidator.Validate(
            new RecurringPlanRequest
            {
                Action = RecurringPlanAction.Cancel,
                RecurringUniqueId = "1",
                Terms = Terms,
            },
            Now
        );

        errors.ShouldHaveSingleItem().Field.ShouldBe("processType");
    }

    private static DayAndMonth Day(string text) => DayAndMonth.TryParseIso(text, out var day) ? day : default;

    private static IEnumerable<string> Fields(RecurringPlanTerms terms) =>
        RecurringPlanRequestValidator
            .Validate(
                new RecurringPlanRequest
                {
                    Action = RecurringPlanAction.Update,
                    RecurringUniqueId = "156142",
                    Terms = terms,
                },
                Now
            )
            .Select(error => error.Field);
}
