using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.PaymentProcess;

public sealed class RefundTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task A_card_refund_ends_at_once_with_a_reference_of_its_own()
    {
        var invoiceNo = await _sut.InvoiceAsync("1000.00");
        var inquiry = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "250.00") with { UserDefined = ["op-1", "", "x"] });

        answer.RespCode.ShouldBe("00");
        answer.Status.ShouldBe("RF");
        answer["amount"].ShouldBe("250.00");
        answer["referenceNo"].ShouldBe(inquiry["referenceNo"]);
        answer.RefundReferenceNo.ShouldNotBeEmpty();
        answer.RefundReferenceNo.ShouldNotBe(answer["referenceNo"]);
        answer["userDefined1"].ShouldBe("op-1");
        answer["userDefined3"].ShouldBe("x");
        answer.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task Refund_status_lists_every_refund_with_what_its_request_carried()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var first = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00") with { UserDefined = ["op-1", "key-1"] });
        var second = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "20.00"));

        var answer = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        answer.Status.ShouldBe("S");
        answer["amount"].ShouldBe("100.00");
        answer.IsSigned().ShouldBeTrue();
        answer
            .Refunds.Select(refund => refund.Attribute("referenceNo")!.Value)
            .ShouldBe([first.RefundReferenceNo, second.RefundReferenceNo]);
        answer.Refunds[0].Attribute("userDefined2")!.Value.ShouldBe("key-1");
        answer.Refunds[0].Attribute("amount")!.Value.ShouldBe("10.00");
        answer.Refunds[0].Attribute("dateTime")!.Value.Length.ShouldBe(14);
        answer.Refunds[1].Attribute("userDefined1").ShouldBeNull();
    }

    [Fact]
    public async Task Partial_refunds_run_up_to_the_amount_and_no_further()
    {
        var invoiceNo = await _sut.InvoiceAsync("10.00");

        var codes = new List<string>();
        foreach (var amount in new[] { "10.01", "6.00", "4.01", "4.00", "0.01" })
            codes.Add((await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, amount))).RespCode);

        codes.ShouldBe(["40", "00", "40", "00", "49"]);
    }

    [Fact]
    public async Task A_repeated_request_is_a_second_refund()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var request = PaymentRequest.Refund(invoiceNo, "10.00") with { UserDefined = ["same"] };

        var first = await _sut.SendAsync(request);
        var second = await _sut.SendAsync(request);

        second.RespCode.ShouldBe("00");
        second.RefundReferenceNo.ShouldNotBe(first.RefundReferenceNo);
    }

    [Fact]
    public async Task A_pending_refund_takes_from_what_is_left_and_a_rejected_one_gives_it_back()
    {
        var invoiceNo = await _sut.InvoiceAsync("10.00", channel: "apm");
        var pending = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00"));
        var meanwhile = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00"));
        await _sut.ControlAsync(
            "transactions/refunds/reject",
            new
            {
                merchantId = "JT01",
                invoiceNo,
                referenceNo = pending.RefundReferenceNo,
                status = "RR2",
            }
        );

        var again = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "10.00"));

        pending.RespCode.ShouldBe("42");
        pending.Status.ShouldBe("RP");
        meanwhile.RespCode.ShouldBe("49");
        again.RespCode.ShouldBe("42");
        var listed = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        listed.Refunds.Select(refund => refund.Attribute("status")!.Value).ShouldBe(["RR2", "RP"]);
    }

    [Theory]
    [InlineData("6.00", "4.00", "00")]
    [InlineData("7.00", "3.00", "47")]
    public async Task Sub_merchants_are_refunded_within_their_own_parts(string first, string second, string respCode)
    {
        var subMerchants = new[] { new { subMid = "SUB01", subAmount = 6m }, new { subMid = "SUB02", subAmount = 4m } };
        var invoiceNo = await _sut.InvoiceAsync("10.00", more: new { subMerchants });
        var request = PaymentRequest.Refund(invoiceNo, "10.00") with { SubMerchants = [("SUB01", first), ("SUB02", second)] };

        var answer = await _sut.SendAsync(request);
        var bare = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "0.01"));

        answer.RespCode.ShouldBe(respCode);
        answer.SubMerchants.Count.ShouldBe(respCode == "00" ? 2 : 0);
        answer.IsSigned().ShouldBeTrue();
        bare.RespCode.ShouldBe(respCode == "00" ? "49" : "10");
    }

    [Fact]
    public async Task A_transaction_can_forbid_parts_and_end_its_refund_period()
    {
        var whole = await _sut.InvoiceAsync(more: new { allowPartialRefund = false });
        var late = await _sut.InvoiceAsync(more: new { refundableUntil = "2020-01-01T00:00:00Z" });
        var unsplit = await _sut.InvoiceAsync(status: "A", more: new { allowPartialSettlement = false });

        (await _sut.SendAsync(PaymentRequest.Refund(whole, "1.00"))).RespCode.ShouldBe("43");
        (await _sut.SendAsync(PaymentRequest.Refund(whole, "100.00"))).RespCode.ShouldBe("00");
        (await _sut.SendAsync(PaymentRequest.Refund(late, "1.00"))).RespCode.ShouldBe("54");
        (await _sut.SendAsync(PaymentRequest.Settle(unsplit, "1.00"))).RespCode.ShouldBe("33");
    }

    [Fact]
    public async Task A_settlement_captures_its_amount_and_can_be_refunded_after_the_run()
    {
        var invoiceNo = await _sut.InvoiceAsync("500.00", "A");

        var tooMuch = await _sut.SendAsync(PaymentRequest.Settle(invoiceNo, "500.01"));
        var settled = await _sut.SendAsync(PaymentRequest.Settle(invoiceNo, "400.00"));
        var early = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "400.00"));
        await _sut.ControlAsync("transactions/settle-run", new { invoiceNo });
        var refunded = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "400.00"));

        tooMuch.RespCode.ShouldBe("30");
        settled.RespCode.ShouldBe("00");
        settled.Status.ShouldBe("RS");
        settled["amount"].ShouldBe("400.00");
        early.RespCode.ShouldBe("41");
        refunded.RespCode.ShouldBe("00");
    }

    [Fact]
    public async Task A_hundred_refunds_at_once_refund_no_more_than_was_paid()
    {
        var invoiceNo = await _sut.InvoiceAsync("10.00");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(n => _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1.00") with { UserDefined = [$"{n}"] }))
        );

        answers.Count(answer => answer.RespCode == "00").ShouldBe(10);
        answers.Count(answer => answer.RespCode == "49").ShouldBe(90);
        var refunds = (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray();
        refunds.Sum(refund => refund!["amount"]!.GetValue<decimal>()).ShouldBe(10.00m);
        refunds.Select(refund => refund!["referenceNo"]!.GetValue<string>()).Distinct().Count().ShouldBe(10);
        (await _sut.CallsAsync(invoiceNo)).Count(call => call!["workDone"]!.GetValue<bool>()).ShouldBe(10);
    }

    [Theory]
    [InlineData("6.00", "2.00", "00", "RS")]
    [InlineData("6.01", "1.99", "37", "A")]
    public async Task Sub_merchants_are_settled_within_their_own_parts(
        string first,
        string second,
        string respCode,
        string status
    )
    {
        var subMerchants = new[] { new { subMid = "SUB01", subAmount = 6m }, new { subMid = "SUB02", subAmount = 4m } };
        var invoiceNo = await _sut.InvoiceAsync("10.00", "A", more: new { subMerchants });
        var request = PaymentRequest.Settle(invoiceNo, "8.00") with { SubMerchants = [("SUB01", first), ("SUB02", second)] };

        var answer = await _sut.SendAsync(request);

        answer.RespCode.ShouldBe(respCode);
        answer.Status.ShouldBe(status);
        answer.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task Two_hundred_calls_at_once_are_all_answered()
    {
        var invoices = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _sut.InvoiceAsync("10.00")));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => _sut.SendAsync(PaymentRequest.Refund(invoices[n % 20], "1.00")))
        );

        answers.ShouldAllBe(answer => answer.RespCode == "00" && answer.IsSigned("7jYcp4FxFdf0"));
        answers.Select(answer => answer.RefundReferenceNo).Distinct().Count().ShouldBe(200);
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
