using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public sealed class TransactionTimeTests
{
    [Theory]
    [InlineData("20261101093000", "Asia/Bangkok", "2026-11-01T09:30:00+07:00")]
    [InlineData("20210225155130", "Asia/Singapore", "2021-02-25T15:51:30+08:00")]
    [InlineData("20260701120000", "Europe/Berlin", "2026-07-01T12:00:00+02:00")]
    [InlineData("20260101120000", "Europe/Berlin", "2026-01-01T12:00:00+01:00")]
    public void a_time_is_read_in_the_zone(string text, string zone, string moment)
    {
        var read = TransactionTime.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone));

        read.ShouldNotBeNull().ToString("yyyy-MM-ddTHH:mm:sszzz", null).ShouldBe(moment);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026110109300")]
    [InlineData("202611010930000")]
    [InlineData("20261301093000")]
    [InlineData("20261101243000")]
    [InlineData("011126093000")]
    [InlineData("2026-11-01 09:30:00")]
    [InlineData(" 20261101093000")]
    [InlineData("00010101000000")]
    [InlineData("18990101000000")]
    [InlineData("99991231235959")]
    public void what_is_no_time_of_2C2Ps_is_null(string? text)
    {
        TransactionTime.Read(text, TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok")).ShouldBeNull();
    }

    [Theory]
    [InlineData("20261025023000")] // the clocks show it twice
    [InlineData("20260329023000")] // the clocks never show it
    public void a_time_that_the_zone_shows_twice_or_never_is_null(string text)
    {
        TransactionTime.Read(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).ShouldBeNull();
    }
}
