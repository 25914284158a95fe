using System.Globalization;
using CsCheck;
using TwoC2P.Codes;
using TwoC2P.RecurringPlans;

namespace TwoC2P.Tests.RecurringPlans;

public class PlanFormatTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 36_524].Select(new DateOnly(2000, 1, 1).AddDays);

    [Fact]
    public void Every_date_is_read_from_either_order() =>
        Dates.Sample(date =>
        {
            WireFormats.ReadEitherDate(date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).Value.ShouldBe(date);
            WireFormats.ReadEitherDate(WireFormats.ToDdMMyyyy(date)).Value.ShouldBe(date);
        });

    [Theory]
    [InlineData("31012027", "2027-01-31")]
    [InlineData("20210307", "2021-03-07")]
    [InlineData("20012027", "2027-01-20")]
    [InlineData("20122027", "2027-12-20")]
    public void A_date_is_year_first_only_when_it_reads_as_one(string text, string date) =>
        WireFormats.ReadEitherDate(text).Value.ShouldBe(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("32012027")]
    [InlineData("29022027")]
    [InlineData("2027-01-31")]
    [InlineData("")]
    public void What_is_no_date_is_kept_as_text_only(string text) =>
        WireFormats.ReadEitherDate(text).ShouldBe(new WireValue<DateOnly>(text, null));

    [Theory]
    [InlineData("02-29", "2902")]
    [InlineData("12-31", "3112")]
    [InlineData("01-01", "0101")]
    public void A_day_of_the_year_has_two_spellings(string iso, string wire)
    {
        DayAndMonth.TryParseIso(iso, out var sut).ShouldBeTrue();

        sut.ToWire().ShouldBe(wire);
        sut.ToString().ShouldBe(iso);
        DayAndMonth.TryParseWire(wire, out var read).ShouldBeTrue();
        read.ShouldBe(sut);
    }

    [Theory]
    [InlineData("02-30")]
    [InlineData("13-01")]
    [InlineData("1-1")]
    [InlineData(null)]
    public void Days_that_no_year_has_are_refused(string? text) => DayAndMonth.TryParseIso(text, out _).ShouldBeFalse();
}
