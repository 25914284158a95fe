using Microsoft.Extensions.Time.Testing;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Notifications;

/// <summary>Callbacks that say something beside or against the truth.</summary>
public sealed class OrderedNoticeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
    private SimulatorHost _sut = null!;
    private CallbackReceiver _receiver = null!;
    private string _invoiceNo = "";
    private Answer _refund = null!;

    [Fact]
    public async Task A_callback_comes_without_an_amount()
    {
        var missing = await NotifyAsync(new { without = new[] { "amount" } });
        var empty = await NotifyAsync(new { fields = new { amount = "" } });

        missing.Has("amount").ShouldBeFalse();
        missing.IsSigned().ShouldBeTrue();
        empty.Has("amount").ShouldBeTrue();
        empty["amount"].ShouldBeEmpty();
        empty.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_comes_with_the_payments_amount()
    {
        var notice = await NotifyAsync(new { fields = new { amount = "100.00" } });

        notice["amount"].ShouldBe("100.00");
        notice["userDefined1"].ShouldBe("op-1");
        notice.RefundReferenceNo.ShouldBe(_refund.RefundReferenceNo);
        notice.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("RS")]
    [InlineData("I")]
    [InlineData("")]
    public async Task A_callback_comes_with_another_process_type(string processType)
    {
        var notice = await NotifyAsync(new { fields = new { processType } });

        notice["processType"].ShouldBe(processType);
        notice.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("RF", "00")]
    [InlineData("RFF", "45")]
    [InlineData("RR2", "44")]
    [InlineData("RP", "42")]
    [InlineData("XX", "44")]
    public async Task A_callback_claims_any_status(string status, string respCode)
    {
        var notice = await NotifyAsync(new { status });
        var contradictory = await NotifyAsync(new { status, fields = new { respCode = "99" } });

        $"{notice.RespCode}/{notice.Status}".ShouldBe($"{respCode}/{status}");
        $"{contradictory.RespCode}/{contradictory.Status}".ShouldBe($"99/{status}");
        contradictory.IsSigned().ShouldBeTrue();
        (await _sut.RecordAsync(_invoiceNo))["refunds"]![0]!["status"]!.GetValue<string>().ShouldBe("RP");
    }

    [Fact]
    public async Task Callbacks_come_in_any_order_and_repeated()
    {
        await NotifyAsync(new { status = "RFF" });
        await NotifyAsync(new { status = "RF", times = 3 });
        await NotifyAsync(new { status = "RP" });

        _receiver.Bodies.Select(body => CallbackReceiver.Read(body).Status).ShouldBe(["RFF", "RF", "RF", "RF", "RP"]);
    }

    [Fact]
    public async Task A_callback_comes_late()
    {
        var ordered = await OrderAsync(new { status = "RF", seconds = 3600 });
        _time.Advance(TimeSpan.FromMinutes(59));
        var before = _receiver.Bodies.Count;
        await Eventually.GetAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(61));
                return _sut.ReadAsync($"notifications?invoiceNo={_invoiceNo}");
            },
            attempts => attempts.AsArray().Count == 1
        );

        ordered["attempts"]!.AsArray().ShouldBeEmpty();
        before.ShouldBe(0);
        CallbackReceiver.Read(_receiver.Bodies.ShouldHaveSingleItem()).Status.ShouldBe("RF");
    }

    [Fact]
    public async Task A_callback_goes_to_the_address_of_another_operation()
    {
        await using var other = await CallbackReceiver.StartAsync();

        await OrderAsync(new { url = other.Url });

        _receiver.Bodies.ShouldBeEmpty();
        CallbackReceiver.Read(other.Bodies.ShouldHaveSingleItem()).RefundReferenceNo.ShouldBe(_refund.RefundReferenceNo);
    }

    [Theory]
    [InlineData("full", true, false)]
    [InlineData("without-lists", false, true)]
    [InlineData("wrong-key", false, false)]
    [InlineData("none", false, false)]
    public async Task The_hash_of_a_callback_covers_its_lists_or_not(string hash, bool whole, bool withoutLists)
    {
        var notice = await NotifyAsync(new { hash, withList = true });

        notice.Entries.ShouldBe(["RP 7.00 op-1"]);
        notice.IsSigned().ShouldBe(whole);
        notice.IsSignedWithoutLists().ShouldBe(withoutLists);
        notice["hashValue"].Length.ShouldBe(hash == "none" ? 0 : 40);
    }

    [Fact]
    public async Task The_list_of_a_callback_says_what_it_is_told_to_say()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["refund status"] = "RF",
            ["refund amount"] = "12.345",
            ["processType"] = "RS",
        };

        var notice = await NotifyAsync(new { withList = true, fields });

        notice["processType"].ShouldBe("RS");
        notice.Entries.ShouldBe(["RF 12.345 op-1"]);
        notice.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_forged_twin_has_the_genuine_hash_and_says_done_where_the_genuine_one_said_failed()
    {
        var genuine = await NotifyAsync(new { status = "RFF" });
        var twin = await NotifyAsync(new { mode = "forged-twin" });

        genuine.Status.ShouldBe("RFF");
        twin.Status.ShouldBe("RF");
        twin["approvalCode"].ShouldBe("F" + genuine["approvalCode"]);
        twin["hashValue"].ShouldBe(genuine["hashValue"]);
        twin.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_names_the_reference_of_another_refund()
    {
        var other = await _sut.SendAsync(PaymentRequest.Refund(_invoiceNo, "8.00") with { UserDefined = ["op-2"] });

        var notice = await NotifyAsync(
            new { referenceNo = _refund.RefundReferenceNo, fields = new { refundReferenceNo = other.RefundReferenceNo } }
        );

        notice["userDefined1"].ShouldBe("op-1");
        notice.RefundReferenceNo.ShouldBe(other.RefundReferenceNo);
        notice.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("full", "op-1")]
    [InlineData("none", "")]
    [InlineData("cut", "op")]
    [InlineData("given", "op-9")]
    public async Task The_marks_of_a_callback_are_full_missing_cut_or_those_of_another(string show, string mark)
    {
        var marks = new
        {
            show,
            length = 2,
            userDefined = new[] { "op-9" },
        };

        var notice = await NotifyAsync(new { marks });

        notice["userDefined1"].ShouldBe(mark);
        notice.Has("userDefined1").ShouldBe(show != "none");
        notice.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_without_any_address_is_refused()
    {
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "7.00"));

        var refusal = await _sut.RefusalAsync(
            HttpMethod.Post,
            "notifications",
            $"{{\"merchantId\":\"JT01\",\"invoiceNo\":\"{invoiceNo}\"}}"
        );

        refusal.ShouldStartWith("url:");
    }

    public async ValueTask InitializeAsync()
    {
        _sut = await SimulatorHost.StartAsync(_time);
        _receiver = await CallbackReceiver.StartAsync();
        _invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        _refund = await _sut.SendAsync(
            PaymentRequest.Refund(_invoiceNo, "7.00") with
            {
                NotifyUrl = _receiver.Url,
                UserDefined = ["op-1"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _sut.DisposeAsync();
    }

    private Task<System.Text.Json.Nodes.JsonNode> OrderAsync(object more)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body["merchantId"] = "JT01";
        body["invoiceNo"] = _invoiceNo;
        return _sut.ControlAsync("notifications", body);
    }

    private async Task<Answer> NotifyAsync(object more)
    {
        await OrderAsync(more);
        return CallbackReceiver.Read(_receiver.Bodies[^1]);
    }
}
