using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.Runtime;
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
    [InlineData(null, 21 * 60 + 59, "00")]
    [InlineData(null, 22 * 60, "21")]
    public async Task An_authorization_can_be_voided_until_the_cut_off_that_follows_it(
        string? cutOff,
        int minutes,
        string respCode
    )
    {
        await using var sut = await SimulatorHost.StartAsync(_time, cutOff is null ? [] : ["--void-cut-off", cutOff]);
        var invoiceNo = await sut.InvoiceAsync(status: "A");
        _time.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await sut.SendAsync(PaymentRequest.Void(invoiceNo));

        answer.RespCode.ShouldBe(respCode);
    }

    [Fact]
    public async Task The_cut_off_is_eight_in_the_evening_and_can_be_set_at_any_time()
    {
        await using var sut = await SimulatorHost.StartAsync(_time);
        var invoiceNo = await sut.InvoiceAsync(status: "A");
        _time.Advance(TimeSpan.FromHours(23));

        var atFirst = await sut.ReadAsync("void-cut-off");
        var refused = await sut.SendAsync(PaymentRequest.Void(invoiceNo));
        using var set = await sut.Client.PutAsJsonAsync("/_control/void-cut-off", new { at = "21:30" });
        var performed = await sut.SendAsync(PaymentRequest.Void(invoiceNo));

        atFirst["at"]!.GetValue<string>().ShouldBe("20:00:00");
        refused.RespCode.ShouldBe("21");
        performed.RespCode.ShouldBe("00");
        (await sut.ReadAsync("void-cut-off"))["at"]!.GetValue<string>().ShouldBe("21:30:00");
        (await sut.RefusalAsync(HttpMethod.Put, "void-cut-off", "{\"at\":\"8 pm\"}")).ShouldStartWith("at ");
    }

    [Fact]
    public void A_cut_off_that_is_no_time_stops_the_program_at_its_start() =>
        Should
            .Throw<ArgumentException>(() =>
                SimulatorApp.Create(["--void-cut-off", "8 pm"], _time).Services.GetService(typeof(GatewayClock))
            )
            .Message.ShouldContain("--void-cut-off");

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
