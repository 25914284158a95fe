using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>Answers that say one thing while the record says another.</summary>
public sealed class AnswerSaysTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Theory]
    [InlineData("45", "RF", "done", "RF")]
    [InlineData("45", "RFF", "done", "RF")]
    [InlineData("42", "RP", "done", "RF")]
    [InlineData("99", "", "done", "RF")]
    [InlineData("45", "RF", "not-done", "")]
    [InlineData("00", "RF", "not-done", "")]
    [InlineData("42", "RP", "not-done", "")]
    public async Task A_refund_is_told_of_with_any_code_and_status_whether_it_is_done_or_not(
        string respCode,
        string status,
        string work,
        string recorded
    )
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync(
            "R",
            invoiceNo,
            new
            {
                respCode,
                status,
                work,
            }
        );

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00") with { UserDefined = ["op-1"] });

        $"{answer.RespCode}/{answer.Status} {answer["amount"]} {answer["userDefined1"]}".ShouldBe(
            $"{respCode}/{status} 40.00 op-1"
        );
        answer.RefundReferenceNo.ShouldNotBeEmpty();
        answer.IsSigned().ShouldBeTrue();
        (await RecordedAsync(invoiceNo)).ShouldBe(recorded);
        (await _sut.CallsAsync(invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBe(work == "done");
    }

    [Theory]
    [InlineData("V", "12", "V", "done", "V")]
    [InlineData("V", "21", "V", "done", "V")]
    [InlineData("V", "25", "V", "done", "V")]
    [InlineData("V", "00", "A", "done", "V")]
    [InlineData("V", "00", "V", "not-done", "A")]
    [InlineData("S", "31", "RS", "done", "RS")]
    [InlineData("S", "31", "RS", "not-done", "A")]
    [InlineData("S", "00", "A", "done", "RS")]
    public async Task A_void_and_a_settlement_are_told_of_with_any_code_and_status(
        string processType,
        string respCode,
        string status,
        string work,
        string recorded
    )
    {
        var invoiceNo = await _sut.InvoiceAsync(status: "A");
        await SayAsync(
            processType,
            invoiceNo,
            new
            {
                respCode,
                status,
                work,
            }
        );

        var answer = await _sut.SendAsync(new PaymentRequest(processType, invoiceNo, processType == "S" ? "100.00" : null));

        $"{answer.RespCode}/{answer.Status}".ShouldBe($"{respCode}/{status}");
        answer.IsSigned().ShouldBeTrue();
        (await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo))).Status.ShouldBe(recorded);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("4711", true)]
    public async Task A_refund_that_is_done_is_told_of_without_a_reference_or_with_a_wrong_one(string reference, bool isThere)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { reference });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00"));

        $"{answer.RespCode}/{answer.Status}".ShouldBe("00/RF");
        answer.Has("refundReferenceNo").ShouldBe(isThere);
        answer.RefundReferenceNo.ShouldBe(reference);
        answer.IsSigned().ShouldBeTrue();
        (await RecordedAsync(invoiceNo)).ShouldBe("RF");
    }

    [Theory]
    [InlineData("R", "49", "S", "S", "RF")]
    [InlineData("R", "40", "S", "S", "RF")]
    [InlineData("S", "34", "A", "RS", "")]
    public async Task A_request_is_refused_although_it_was_that_very_request_that_did_it(
        string processType,
        string respCode,
        string statusBefore,
        string statusAfter,
        string refunds
    )
    {
        var invoiceNo = await _sut.InvoiceAsync(status: statusBefore);
        await SayAsync(processType, invoiceNo, new { respCode, form = "refusal" });

        var answer = await _sut.SendAsync(new PaymentRequest(processType, invoiceNo, "100.00"));

        $"{answer.RespCode}/{answer.Status}".ShouldBe($"{respCode}/{statusBefore}");
        answer["amount"].ShouldBeEmpty();
        answer.Has("refundReferenceNo").ShouldBeFalse();
        answer.IsSigned().ShouldBeTrue();
        (await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo))).Status.ShouldBe(statusAfter);
        (await RecordedAsync(invoiceNo)).ShouldBe(refunds);
        (await _sut.CallsAsync(invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("RFF", "45", "00")]
    [InlineData("RR1", "44", "00")]
    [InlineData("RP", "42", "40")]
    public async Task A_refund_ends_in_the_record_as_ordered(string record, string respCode, string next)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { record });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00"));
        var again = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.00"));

        $"{answer.RespCode}/{answer.Status}".ShouldBe($"{respCode}/{record}");
        again.RespCode.ShouldBe(next);
        (await RecordedAsync(invoiceNo)).ShouldStartWith(record);
    }

    [Fact]
    public async Task What_is_not_done_leaves_nothing_that_a_callback_could_end()
    {
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await SayAsync("R", invoiceNo, new { work = "not-done" });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.00"));
        var listed = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        answer.RespCode.ShouldBe("42");
        listed.Entries.ShouldBeEmpty();
        (await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.00"))).RespCode.ShouldBe("42");
    }

    [Theory]
    [InlineData("40.00", "70.00", "40")]
    [InlineData("100.00", "0.01", "49")]
    public async Task No_order_lets_a_refund_exceed_what_was_captured(string first, string second, string respCode)
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { work = "done" }, times: 2);

        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, first));
        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, second));

        answer.RespCode.ShouldBe(respCode);
        (await RecordedAsync(invoiceNo)).ShouldBe("RF");
    }

    [Fact]
    public async Task What_the_rules_refuse_is_not_done_even_when_the_answer_says_it_was()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { respCode = "00", status = "RF" });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.01"));

        answer.RespCode.ShouldBe("00");
        (await RecordedAsync(invoiceNo)).ShouldBeEmpty();
        (await _sut.CallsAsync(invoiceNo))[0]!["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_marks_of_an_answer_can_be_those_of_another()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { marks = new { show = "given", userDefined = new[] { "op-2" } } });

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00") with { UserDefined = ["op-1"] });

        answer["userDefined1"].ShouldBe("op-2");
        answer.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_description_can_have_forty_thousand_characters()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        var respDesc = new string('x', 40_000);
        await _sut.FaultAsync("set-fields", invoiceNo, new { fields = new { respDesc } }, "R");

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00"));

        answer["respDesc"].ShouldBe(respDesc);
        answer.IsSigned().ShouldBeTrue();
        (await RecordedAsync(invoiceNo)).ShouldBe("RF");
    }

    [Fact]
    public async Task What_is_said_and_how_it_is_delivered_are_ordered_apart()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await SayAsync("R", invoiceNo, new { respCode = "42", status = "RP" });
        await _sut.FaultAsync("wrong-hash", invoiceNo);

        var answer = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00"));

        answer.RespCode.ShouldBe("42");
        answer.IsSigned().ShouldBeFalse();
        (await RecordedAsync(invoiceNo)).ShouldBe("RF");
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private Task SayAsync(string processType, string invoiceNo, object order, int times = 1)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(order)!.AsObject();
        body["times"] = times;
        return _sut.FaultAsync("answer-says", invoiceNo, body, processType);
    }

    private async Task<string> RecordedAsync(string invoiceNo) =>
        string.Join(
            ", ",
            (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().Select(refund => refund!["status"]!.GetValue<string>())
        );
}
