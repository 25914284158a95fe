using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Notifications;

public sealed class NotificationTests
{
    [Theory]
    [InlineData("finish", null, "RF", "00")]
    [InlineData("reject", null, "RR", "44")]
    [InlineData("reject", "RR1", "RR1", "44")]
    [InlineData("reject", "RFF", "RFF", "45")]
    public async Task The_end_of_a_pending_refund_is_posted_signed_and_percent_encoded(
        string command,
        string? status,
        string expectedStatus,
        string expectedCode
    )
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await SimulatorHost.StartAsync();
        var (invoiceNo, refund) = await PendingAsync(sut, receiver.Url);

        await sut.ControlAsync(
            $"transactions/refunds/{command}",
            new
            {
                merchantId = "JT01",
                invoiceNo,
                status,
            }
        );

        var body = (await receiver.WaitForAsync(1))[0];
        body.ShouldNotContain("+");
        var notice = CallbackReceiver.Read(body);
        notice.IsSigned().ShouldBeTrue();
        notice.Status.ShouldBe(expectedStatus);
        notice.RespCode.ShouldBe(expectedCode);
        notice["processType"].ShouldBe("R");
        notice["invoiceNo"].ShouldBe(invoiceNo);
        notice["amount"].ShouldBe("7.00");
        notice["userDefined1"].ShouldBe("op-1");
        notice.RefundReferenceNo.ShouldBe(refund.RefundReferenceNo);
        var listed = await sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        listed.Refunds[0].Attribute("status")!.Value.ShouldBe(expectedStatus);
    }

    [Fact]
    public async Task A_refused_notification_is_repeated_until_it_is_accepted()
    {
        await using var receiver = await CallbackReceiver.StartAsync(503, 302);
        await using var sut = await SimulatorHost.StartAsync(null, "--notify-delay-seconds", "0.05");
        var (invoiceNo, _) = await PendingAsync(sut, receiver.Url);

        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });

        var attempts = await Eventually.GetAsync(() => AttemptsAsync(sut, invoiceNo), list => list.Count >= 3);
        attempts.ShouldBe(["503 refused", "302 refused", "200 accepted"]);
        receiver.Bodies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Attempts_end_when_nobody_answers()
    {
        await using var sut = await SimulatorHost.StartAsync(null, "--notify-delay-seconds", "0.05", "--notify-attempts", "2");
        var (invoiceNo, _) = await PendingAsync(sut, "http://127.0.0.1:1/nobody");

        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });

        var attempts = await Eventually.GetAsync(() => AttemptsAsync(sut, invoiceNo), list => list.Count >= 2);
        attempts.ShouldBe([" no answer", " no answer"]);
    }

    [Fact]
    public async Task A_notification_can_be_lost_or_left_out()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await SimulatorHost.StartAsync();
        var (lost, _) = await PendingAsync(sut, receiver.Url);
        var (silent, _) = await PendingAsync(sut, receiver.Url);
        var (told, _) = await PendingAsync(sut, receiver.Url);
        await sut.FaultAsync("notify-lost", lost);

        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo = lost });
        await sut.ControlAsync(
            "transactions/refunds/finish",
            new
            {
                merchantId = "JT01",
                invoiceNo = silent,
                notify = false,
            }
        );
        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo = told });

        CallbackReceiver.Read((await receiver.WaitForAsync(1)).ShouldHaveSingleItem())["invoiceNo"].ShouldBe(told);
        (await AttemptsAsync(sut, lost)).ShouldBe([" lost"]);
        (await AttemptsAsync(sut, silent)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Raw_plus_signs_can_be_sent_by_switch()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await SimulatorHost.StartAsync(null, "--notify-raw-plus", "true");
        var (invoiceNo, _) = await PendingAsync(sut, receiver.Url);

        await sut.ControlAsync("transactions/refunds/finish", new { merchantId = "JT01", invoiceNo });

        var body = (await receiver.WaitForAsync(1))[0];
        body.ShouldContain("+");
        body.ShouldNotContain("%");
        CallbackReceiver.Read(body).IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_refund_can_be_set_to_end_by_itself()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await SimulatorHost.StartAsync(null, "--finish-refunds-after-seconds", "0.1");

        var (_, refund) = await PendingAsync(sut, receiver.Url);

        refund.Status.ShouldBe("RP");
        CallbackReceiver.Read((await receiver.WaitForAsync(1))[0]).Status.ShouldBe("RF");
    }

    [Theory]
    [InlineData("normal", 1, true, "RP")]
    [InlineData("duplicate", 2, true, "RP")]
    [InlineData("raw-plus", 1, true, "RP")]
    [InlineData("forged", 1, false, "RF")]
    public async Task Notifications_are_sent_on_command(string mode, int count, bool isSigned, string status)
    {
        await using var receiver = await CallbackReceiver.StartAsync(401);
        await using var sut = await SimulatorHost.StartAsync();
        var (invoiceNo, _) = await PendingAsync(sut, notifyUrl: null);

        var sent = await sut.ControlAsync(
            "notifications",
            new
            {
                merchantId = "JT01",
                invoiceNo,
                mode,
                url = receiver.Url,
            }
        );

        receiver.Bodies.Count.ShouldBe(count);
        receiver.Bodies.Select(body => CallbackReceiver.Read(body).IsSigned()).ShouldAllBe(signed => signed == isSigned);
        receiver.Bodies.Select(body => CallbackReceiver.Read(body).Status).ShouldAllBe(each => each == status);
        receiver.Bodies[0].Contains('+', StringComparison.Ordinal).ShouldBe(mode == "raw-plus");
        sent["attempts"]![0]!["httpStatus"]!.GetValue<int>().ShouldBe(401);
        (await sut.RecordAsync(invoiceNo))["refunds"]![0]!["status"]!.GetValue<string>().ShouldBe("RP");
    }

    [Fact]
    public async Task Out_of_order_means_the_end_first_and_the_older_state_after_it()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        await using var sut = await SimulatorHost.StartAsync();
        var (invoiceNo, _) = await PendingAsync(sut, receiver.Url);

        await sut.ControlAsync(
            "notifications",
            new
            {
                merchantId = "JT01",
                invoiceNo,
                mode = "out-of-order",
                status = "RF",
            }
        );

        var notices = receiver.Bodies.Select(CallbackReceiver.Read).ToList();
        notices.Select(notice => notice.Status).ShouldBe(["RF", "RP"]);
        notices.ShouldAllBe(notice => notice.IsSigned(CallbackKey));
    }

    private const string CallbackKey = "7jYcp4FxFdf0";

    private static async Task<(string InvoiceNo, Answer Refund)> PendingAsync(SimulatorHost sut, string? notifyUrl)
    {
        var invoiceNo = await sut.InvoiceAsync(channel: "apm");
        var request = PaymentRequest.Refund(invoiceNo, "7.00") with { NotifyUrl = notifyUrl, UserDefined = ["op-1"] };
        return (invoiceNo, await sut.SendAsync(request));
    }

    private static async Task<List<string>> AttemptsAsync(SimulatorHost sut, string invoiceNo) =>
        [
            .. (await sut.ReadAsync($"notifications?invoiceNo={invoiceNo}"))
                .AsArray()
                .Select(attempt => $"{attempt!["httpStatus"]?.GetValue<int>()} {attempt["outcome"]!.GetValue<string>()}"),
        ];
}
