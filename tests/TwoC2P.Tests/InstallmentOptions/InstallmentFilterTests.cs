using TwoC2P.InstallmentOptions;

namespace TwoC2P.Tests.InstallmentOptions;

public class InstallmentFilterTests
{
    private static readonly InstallmentFilter Everything = new(null, null, null, null);

    private static readonly InstallmentBank[] Banks =
    [
        new()
        {
            BankShortName = "SIMU",
            Bins = ["300307"],
            Options = [Option(3, 100), Option(6, 500)],
        },
        new()
        {
            BankShortName = "BBL",
            Bins = ["411111"],
            Options = [Option(10, 100) with { CurrencyCode = "SGD" }],
        },
    ];

    [Fact]
    public void Without_a_question_everything_is_listed() => Everything.Apply(Banks).ShouldBeSameAs(Banks);

    [Theory]
    [InlineData(99, "")]
    [InlineData(100, "SIMU 3,BBL 10")]
    [InlineData(500, "SIMU 3,SIMU 6,BBL 10")]
    public void A_payment_must_reach_the_smallest_amount(int amount, string expected) =>
        Found(Everything with { Amount = amount }).ShouldBe(expected);

    [Theory]
    [InlineData("thb", "SIMU 3,SIMU 6")]
    [InlineData("SGD", "BBL 10")]
    [InlineData("USD", "")]
    public void A_payment_has_the_options_currency(string currency, string expected) =>
        Found(Everything with { Currency = currency }).ShouldBe(expected);

    [Theory]
    [InlineData("411111", "BBL 10")]
    [InlineData("41111122", "BBL 10")]
    [InlineData("41111", "")]
    [InlineData("999999", "")]
    public void A_card_is_of_the_bank(string bin, string expected) => Found(Everything with { Bin = bin }).ShouldBe(expected);

    [Theory]
    [InlineData("411111", "SIX")]
    [InlineData("41111122", "EIGHT,ALSO")]
    [InlineData("4111112", "SEVEN")]
    [InlineData("41111199", "SIX")]
    [InlineData("4111", "")]
    [InlineData("55555555", "ONLY8")]
    [InlineData("555555", "")]
    [InlineData("99999999", "")]
    public void The_longest_prefix_of_six_to_eight_digits_names_the_bank(string card, string banks)
    {
        InstallmentBank[] listed =
        [
            Bank("SIX", "411111"),
            Bank("SEVEN", "4111112"),
            Bank("EIGHT", "300307", "41111122"),
            Bank("ALSO", "41111122"),
            Bank("ONLY8", "55555555"),
            Bank("JUNK", "9", "99999", "999999999", ""),
        ];

        var sut = (Everything with { Bin = card }).Apply(listed);

        string.Join(',', sut.Select(bank => bank.BankShortName)).ShouldBe(banks);
    }

    private static InstallmentBank Bank(string name, params string[] bins) =>
        new()
        {
            BankShortName = name,
            Bins = bins,
            Options = [Option(3, 1)],
        };

    [Theory]
    [InlineData(2016, 2, 29, false)]
    [InlineData(2016, 3, 1, true)]
    [InlineData(2022, 3, 31, true)]
    [InlineData(2022, 4, 1, false)]
    public void The_first_and_the_last_day_count(int year, int month, int day, bool isOpen) =>
        Found(Everything with { On = new DateOnly(year, month, day) }).Length.ShouldBe(isOpen ? 20 : 0);

    [Fact]
    public void An_option_that_neither_side_can_pay_or_that_was_not_understood_is_left_out()
    {
        var nobody = Option(3, 1) with { CusInterestRate = new WireValue<decimal>("-1.00", -1) };
        var odd = Option(3, 1) with { MinAmount = new WireValue<decimal>("?", null) };

        var sut = (Everything with { Amount = 100m }).Apply([Banks[0] with { Options = [nobody, odd] }]);

        sut.ShouldBeEmpty();
    }

    private static string Found(InstallmentFilter sut) =>
        string.Join(
            ',',
            sut.Apply(Banks)
                .SelectMany(bank => bank.Options.Select(option => $"{bank.BankShortName} {option.InstallmentPeriod.Text}"))
        );

    private static InstallmentOption Option(int months, int minAmount) =>
        new()
        {
            InstallmentPeriod = new WireValue<int>($"{months}", months),
            MerInterestRate = new WireValue<decimal>("-1.00", -1),
            CusInterestRate = new WireValue<decimal>("0", 0),
            MinAmount = new WireValue<decimal>($"{minAmount}.00", minAmount),
            CurrencyCode = "THB",
            ValidFrom = new WireValue<DateOnly>("2016-03-01", new DateOnly(2016, 3, 1)),
            ValidUntil = new WireValue<DateOnly>("2022-03-31", new DateOnly(2022, 3, 31)),
        };
}
