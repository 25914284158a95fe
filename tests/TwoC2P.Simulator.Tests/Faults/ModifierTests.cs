using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Faults that change what the gateway does or tells.</summary>
public sealed class ModifierTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task Refund_status_can_lag_behind()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("refund-status-lags", invoiceNo, new { seconds = 60, times = -1 });
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));

        _time.Advance(TimeSpan.FromSeconds(59));
        var atFirst = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        atFirst.Refunds.ShouldBeEmpty();
        atFirst.IsSigned().ShouldBeTrue();
        later.Refunds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refund_status_may_not_be_offered()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("refund-status-not-offered", invoiceNo, new { times = -1 });

        var refund = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));
        var first = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        var second = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        refund.RespCode.ShouldBe("00");
        first.RespCode.ShouldBe("97");
        first.IsSigned().ShouldBeTrue();
        second.RespCode.ShouldBe("97");
    }

    [Fact]
    public async Task Refund_status_may_leave_out_what_the_merchant_defined()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("no-user-defined", invoiceNo);

        var refund = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00") with { UserDefined = ["op-1"] });
        var without = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        var with = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        refund["userDefined1"].ShouldBe("op-1");
        without.Refunds[0].Attribute("userDefined1").ShouldBeNull();
        without.IsSigned().ShouldBeTrue();
        with.Refunds[0].Attribute("userDefined1")!.Value.ShouldBe("op-1");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_gateway_that_does_not_hash_userDefined_calls_the_hash_wrong(int number)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("user-defined-refused", invoiceNo, new { times = -1 });
        var defined = Enumerable.Range(1, number).Select(n => n == number ? "x" : "").ToArray();

        var with = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo) with { UserDefined = defined });
        var without = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        with.RespCode.ShouldBe("13");
        with.IsSigned().ShouldBeTrue();
        without.RespCode.ShouldBe("00");
    }

    [Fact]
    public async Task Answers_can_take_the_form_of_the_published_table()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await _sut.FaultAsync("published-table-form", invoiceNo);

        var refund = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00") with { NotifyUrl = receiver.Url });
        var status = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        await _sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });
        var notice = CallbackReceiver.Read((await receiver.WaitForAsync(1))[0]);

        var reference = status.Refunds[0].Attribute("referenceNo")!.Value;
        refund.Has("refundReferenceNo").ShouldBeFalse();
        refund["referenceNo"].ShouldBe(reference);
        refund.IsSigned().ShouldBeTrue();
        notice.Has("refundReferenceNo").ShouldBeFalse();
        notice["referenceNo"].ShouldBe(reference);
        status["referenceNo"].ShouldNotBe(reference);
    }

    [Fact]
    public async Task A_refund_can_be_pending_without_a_reference()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("pending-without-reference", invoiceNo);

        var refund = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));
        var status = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        refund.RespCode.ShouldBe("42");
        refund.Status.ShouldBe("RP");
        refund.Has("refundReferenceNo").ShouldBeFalse();
        refund["referenceNo"].ShouldBe(status["referenceNo"]);
        status.Refunds[0].Attribute("status")!.Value.ShouldBe("RP");
    }

    [Theory]
    [InlineData("finish", "V")]
    [InlineData("reject", "A")]
    public async Task A_void_can_stay_pending_until_it_is_ended(string command, string status)
    {
        var invoiceNo = await _sut.InvoiceAsync(status: "A");
        await _sut.FaultAsync("void-pending", invoiceNo);

        var answer = await _sut.SendAsync(PaymentRequest.Void(invoiceNo));
        var meanwhile = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));
        await _sut.ControlAsync($"transactions/voids/{command}", new { merchantId = "JT01", invoiceNo });
        var ended = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));

        answer.RespCode.ShouldBe("00");
        answer.Status.ShouldBe("VP");
        meanwhile.Status.ShouldBe("VP");
        ended.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_modifier_and_an_interruption_can_meet_in_one_call()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.FaultAsync("pending-without-reference", invoiceNo);
        await _sut.FaultAsync("wrong-hash", invoiceNo);

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00"));

        answer.RespCode.ShouldBe("42");
        answer.IsSigned().ShouldBeFalse();
        (await _sut.CallsAsync(invoiceNo))[0]!["fault"]!.GetValue<string>().ShouldBe("wrong-hash,pending-without-reference");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
