using TwoC2P.Codes;
using TwoC2P.Protocol;
using TwoC2P.QuickPay;
using TwoC2P.Tests.QuickPay;

namespace TwoC2P.Tests.WireCases;

/// <summary>Links in every currency, and with dates that mean nothing.</summary>
public class LinkCaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly QuickPayRecurring Plan = new() { Amount = 1, Interval = 30 };

    public static TheoryData<string> Letters => [.. Iso4217.All.Select(currency => currency.Letters)];

    [Theory]
    [MemberData(nameof(Letters))]
    public void An_amount_is_written_with_the_currencys_decimals_and_has_no_more(string letters)
    {
        var currency = Iso4217.Find(letters)!;
        var smallest =
            currency.Decimals == 0
                ? 1m
                : decimal.Parse(
                    $"0.{new string('0', currency.Decimals - 1)}1",
                    System.Globalization.CultureInfo.InvariantCulture
                );
        var terms = QuickPaySamples.Terms with
        {
            Currency = letters,
            Amount = 12 + smallest,
            Recurring = Plan with { Amount = 12 + smallest },
        };

        Errors(terms).ShouldBeEmpty();
        var message = QuickPayRequestMessages.ForNewLink("P").With(terms, "2.4", TimeZoneInfo.Utc);
        message["amount"].ShouldBe(currency.Decimals == 0 ? "13" : $"12.{new string('0', currency.Decimals - 1)}1");
        message["recurringAmount"].ShouldBe(message["amount"]);
        WireFormats.ReadAmount(message["amount"], letters).Value.ShouldBe(12 + smallest);
        Errors(
                terms with
                {
                    Amount = smallest / 10,
                    Recurring = Plan with { Amount = smallest / 10, MaxAccumulateAmount = smallest / 10 },
                }
            )
            .ShouldBe(["amount", "recurringAmount", "maxAccumulateAmount"]);
        WireFormats.ReadAmount($"0.{new string('0', 4)}1", letters).Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("JPY", "100", 100.0)]
    [InlineData("JPY", "100.00", 100.0)]
    [InlineData("SGD", "100", 100.0)]
    [InlineData("SGD", "99.9", 99.9)]
    [InlineData("KWD", "12.345", 12.345)]
    [InlineData(null, "99.90", 99.9)]
    [InlineData("JPY", "100.50", null)]
    [InlineData("SGD", "12.345", null)]
    [InlineData("SGD", "000000010000", null)]
    [InlineData("SGD", "1,234.56", null)]
    [InlineData("SGD", "-1.00", null)]
    [InlineData("SGD", "1e2", null)]
    [InlineData("SGD", "12345678901234", null)]
    [InlineData("SGD", null, null)]
    public void An_amount_is_read_only_if_it_is_one_of_the_currency(string? currency, string? text, double? amount) =>
        WireFormats.ReadAmount(text, currency).ShouldBe(new WireValue<decimal>(text, (decimal?)amount));

    [Theory]
    [InlineData(2026, 11, 26, true)]
    [InlineData(2036, 11, 25, true)]
    [InlineData(2036, 11, 26, false)]
    [InlineData(2569, 12, 25, false)]
    [InlineData(9999, 12, 31, false)]
    public void The_dates_of_a_link_are_within_ten_years(int year, int month, int day, bool isTaken)
    {
        var time = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.FromHours(7));
        var terms = QuickPaySamples.Terms with
        {
            Expiry = time,
            PaymentExpiry = time,
            Recurring = Plan with { ChargeNextDate = DateOnly.FromDateTime(time.DateTime) },
        };

        Errors(terms).ShouldBe(isTaken ? [] : ["expiry", "paymentExpiry", "chargeNextDate"]);
    }

    private static IEnumerable<string> Errors(QuickPayLinkTerms terms) =>
        QuickPayRequestValidator
            .Validate(new GenerateLinkRequest("QP-1", terms), new QuickPaySettings(), Now)
            .Select(error => error.Field);
}
