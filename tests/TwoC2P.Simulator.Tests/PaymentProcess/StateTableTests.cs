using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.PaymentProcess;

/// <summary>Every cell of the protocol's state table, over HTTP.</summary>
public sealed class StateTableTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    public static TheoryData<string, string, string, string, string, string> Cells =>
        new()
        {
            // status, channel, V (code/status after), S, R, expected status of V
            { "A", "card", "00 V", "00 RS", "41 A", "00 A" },
            { "AP", "apm", "00 V", "31 AP", "12 AP", "00 AP" },
            { "RS", "card", "00 V", "39 RS", "41 RS", "00 RS" },
            { "S", "card", "21 S", "39 S", "00 RF", "00 S" },
            { "S", "apm", "21 S", "39 S", "42 RP", "00 S" },
            { "V", "card", "29 V", "12 V", "12 V", "00 V" },
            { "VP", "card", "12 VP", "12 VP", "12 VP", "00 VP" },
            { "PF", "card", "12 PF", "12 PF", "12 PF", "00 PF" },
            { "EX", "apm", "12 EX", "12 EX", "12 EX", "00 EX" },
            { "AR", "card", "12 AR", "12 AR", "12 AR", "00 AR" },
            { "FF", "card", "12 FF", "12 FF", "12 FF", "00 FF" },
            { "IP", "card", "12 IP", "12 IP", "12 IP", "00 IP" },
            { "ROE", "card", "12 ROE", "12 ROE", "12 ROE", "00 ROE" },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_action_is_performed_or_refused_by_status(
        string status,
        string channel,
        string whenVoided,
        string whenSettled,
        string whenRefunded,
        string whenAsked
    )
    {
        (await SendAsync(status, channel, PaymentRequest.Void)).ShouldBe(whenVoided);
        (await SendAsync(status, channel, invoice => PaymentRequest.Settle(invoice, "100.00"))).ShouldBe(whenSettled);
        (await SendAsync(status, channel, invoice => PaymentRequest.Refund(invoice, "100.00"))).ShouldBe(whenRefunded);
        (await SendAsync(status, channel, PaymentRequest.Inquiry)).ShouldBe(whenAsked);
        (await SendAsync(status, channel, PaymentRequest.RefundStatus)).ShouldBe(whenAsked);
    }

    [Theory]
    [InlineData("I", null)]
    [InlineData("V", null)]
    [InlineData("RS", null)]
    [InlineData("S", "1.00")]
    [InlineData("R", "1.00")]
    public async Task An_unknown_invoice_does_not_exist_for_any_action(string processType, string? amount)
    {
        var answer = await _sut.SendAsync(new PaymentRequest(processType, "nowhere", amount));

        answer.RespCode.ShouldBe("16");
        answer.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task An_invoice_is_found_only_in_its_own_spelling_and_merchant()
    {
        var lower = await _sut.SendAsync(PaymentRequest.Inquiry("inv-settled-1"));
        var foreign = await _sut.SendAsync(
            PaymentRequest.Inquiry("INV-SETTLED-2") with
            {
                MerchantId = "JT04",
                SecretKey = "QnmrnH6QE23N",
            }
        );
        var exact = await _sut.SendAsync(PaymentRequest.Inquiry("INV/2026/11-001"));

        lower.RespCode.ShouldBe("16");
        foreign.RespCode.ShouldBe("16");
        exact.RespCode.ShouldBe("00");
        exact["amount"].ShouldBe("120.00");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private async Task<string> SendAsync(string status, string channel, Func<string, PaymentRequest> request)
    {
        var answer = await _sut.SendAsync(request(await _sut.InvoiceAsync(status: status, channel: channel)));
        answer.IsSigned().ShouldBeTrue();
        return $"{answer.RespCode} {answer.Status}";
    }
}
