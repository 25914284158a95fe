using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Hosting;

public sealed class GatewayTimeTests
{
    // 23 November 2026, 22:00 in Bangkok (UTC+7).
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Asia/Bangkok", "231126220000", "20261123220000")]
    [InlineData("Asia/Singapore", "231126230000", "20261123230000")]
    public async Task Stamps_are_in_the_gateways_own_zone(string zone, string timeStamp, string dateTime)
    {
        await using var sut = await SimulatorHost.StartAsync(_time, "--time-zone", zone);
        var invoiceNo = await sut.InvoiceAsync();

        var answer = await sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));

        answer["timeStamp"].ShouldBe(timeStamp);
        answer["transactionDateTime"].ShouldBe(dateTime);
    }

    [Theory]
    [InlineData("23:00", 59, "00")]
    [InlineData("23:00", 60, "21")]
    [InlineData("21:00", 60, "00")]
    [InlineData("21:00", 23 * 60, "21")]
    [InlineData("none", 48 * 60, "00")]
    public async Task An_authorization_can_be_voided_until_the_cut_off_that_follows_it(
        string cutOff,
        int minutes,
        string respCode
    )
    {
        await using var sut = await SimulatorHost.StartAsync(_time, "--void-cut-off", cutOff);
        var invoiceNo = await sut.InvoiceAsync(status: "A");
        _time.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await sut.SendAsync(PaymentRequest.Void(invoiceNo));

        answer.RespCode.ShouldBe(respCode);
    }

    [Theory]
    [InlineData("RS", "card")]
    [InlineData("AP", "apm")]
    public async Task The_cut_off_concerns_authorizations_only(string status, string channel)
    {
        await using var sut = await SimulatorHost.StartAsync(_time);
        var invoiceNo = await sut.InvoiceAsync(status: status, channel: channel);
        _time.Advance(TimeSpan.FromDays(2));

        var answer = await sut.SendAsync(PaymentRequest.Void(invoiceNo));

        answer.RespCode.ShouldBe("00");
        answer.Status.ShouldBe("V");
    }
}
