using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Faults;

/// <summary>What a list of refunds can show instead of the record.</summary>
public sealed class RefundListTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;
    private string _invoiceNo = "";
    private string _first = "";

    [Theory]
    [InlineData("all", "")]
    [InlineData("newest", "RF 1.00 op-1, RF 2.00 op-2")]
    [InlineData("oldest", "RF 2.00 op-2, RF 3.00 op-3")]
    [InlineData("first", "RF 2.00 op-2, RF 3.00 op-3")]
    public async Task An_entry_is_hidden_for_as_many_questions_as_ordered(string entry, string listed)
    {
        await OrderAsync("entry-hidden", new { entry = entry == "first" ? _first : entry, times = 2 });

        var lists = new[] { await ListAsync(), await ListAsync(), await ListAsync() };

        lists.ShouldBe([listed, listed, "RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3"]);
    }

    [Fact]
    public async Task What_is_made_after_the_order_is_hidden_until_it_is_released()
    {
        await OrderAsync(
            "entry-hidden",
            new
            {
                entry = "later",
                times = -1,
                name = "lag",
            }
        );
        await RefundAsync(4);

        var before = await ListAsync();
        await _sut.DeleteAsync("faults?name=lag");
        var after = await ListAsync();

        before.ShouldBe("RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3");
        after.ShouldBe("RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3, RF 4.00 op-4");
    }

    [Fact]
    public async Task An_entry_is_listed_twice()
    {
        await OrderAsync("entry-twice", new { entry = _first });

        var answer = await AskAsync();

        answer.Entries.ShouldBe(["RF 1.00 op-1", "RF 1.00 op-1", "RF 2.00 op-2", "RF 3.00 op-3"]);
        answer.Refunds[0].Attribute("referenceNo")!.Value.ShouldBe(answer.Refunds[1].Attribute("referenceNo")!.Value);
        answer.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("amount", "0.10", "RF 0.10 op-1")]
    [InlineData("amount", "12.345", "RF 12.345 op-1")]
    [InlineData("amount", "1,234.56", "RF 1,234.56 op-1")]
    [InlineData("amount", "", "RF  op-1")]
    [InlineData("status", "RP", "RP 1.00 op-1")]
    [InlineData("status", "RFF", "RFF 1.00 op-1")]
    public async Task An_entry_has_another_amount_an_unreadable_one_or_another_status(string name, string text, string listed)
    {
        await OrderAsync("entry-set", new { entry = _first, fields = new Dictionary<string, string> { [name] = text } });

        var answer = await AskAsync();

        answer.Entries.ShouldBe([listed, "RF 2.00 op-2", "RF 3.00 op-3"]);
        answer.IsSigned().ShouldBeTrue();
        (await _sut.RecordAsync(_invoiceNo))["refunds"]![0]!["amount"]!.GetValue<decimal>().ShouldBe(1.00m);
    }

    [Fact]
    public async Task An_entry_has_no_reference()
    {
        await OrderAsync("entry-set", new { entry = "oldest", fields = new { referenceNo = "" } });

        var answer = await AskAsync();

        answer.Refunds.Select(entry => entry.Attribute("referenceNo")!.Value.Length == 0).ShouldBe([true, false, false]);
        answer.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("full", "RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3")]
    [InlineData("none", "RF 1.00, RF 2.00, RF 3.00")]
    [InlineData("cut", "RF 1.00 op-, RF 2.00 op-, RF 3.00 op-")]
    [InlineData("of", "RF 1.00 op-1, RF 2.00 op-1, RF 3.00 op-1")]
    [InlineData("given", "RF 1.00 of another shop, RF 2.00 of another shop, RF 3.00 of another shop")]
    public async Task Marks_are_full_missing_cut_or_those_of_another(string show, string listed)
    {
        var marks = new
        {
            show,
            length = 3,
            referenceNo = _first,
            userDefined = new[] { "of another shop" },
        };
        await OrderAsync("entry-marks", new { marks });

        var answer = await AskAsync();

        string.Join(", ", answer.Entries).ShouldBe(listed);
        answer.IsSigned().ShouldBeTrue();
        (await ListAsync()).ShouldBe("RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3");
    }

    [Fact]
    public async Task Marks_are_seen_on_one_invoice_and_not_on_another()
    {
        var other = await _sut.InvoiceAsync();
        await _sut.SendAsync(PaymentRequest.Refund(other, "9.00") with { UserDefined = ["op-9"] });
        await _sut.ControlAsync(
            "faults",
            new
            {
                kind = "entry-marks",
                times = -1,
                marks = new { show = "none" },
                match = new { merchantId = "JT01" },
            }
        );
        var nowhere = await _sut.SendAsync(PaymentRequest.RefundStatus(other));
        await _sut.FaultAsync("entry-marks", other, new { times = -1, marks = new { show = "full" } });

        var there = await _sut.SendAsync(PaymentRequest.RefundStatus(other));
        var here = await ListAsync();
        await _sut.DeleteAsync("faults?merchantId=JT01");

        nowhere.Entries.ShouldBe(["RF 9.00"]);
        there.Entries.ShouldBe(["RF 9.00 op-9"]);
        here.ShouldBe("RF 1.00, RF 2.00, RF 3.00");
        (await ListAsync()).ShouldBe("RF 1.00 op-1, RF 2.00 op-2, RF 3.00 op-3");
    }

    [Fact]
    public async Task Several_changes_of_one_list_add_up_in_the_order_of_their_orders()
    {
        await OrderAsync("entry-marks", new { entry = _first, marks = new { show = "none" } });
        await OrderAsync("entry-set", new { entry = _first, fields = new { referenceNo = "", status = "RP" } });
        await OrderAsync("entry-twice", new { entry = _first });
        await OrderAsync("entry-hidden", new { entry = "newest" });

        (await ListAsync()).ShouldBe("RP 1.00, RP 1.00, RF 2.00 op-2");
    }

    [Theory]
    [InlineData(null, "97")]
    [InlineData("97", "97")]
    [InlineData("12", "12")]
    public async Task The_list_is_refused_with_either_code(string? respCode, string expected)
    {
        await OrderAsync("refund-status-not-offered", new { respCode });

        var refused = await AskAsync();

        refused.RespCode.ShouldBe(expected);
        refused.Refunds.ShouldBeEmpty();
        refused.IsSigned().ShouldBeTrue();
        (await AskAsync()).RespCode.ShouldBe("00");
    }

    [Theory]
    [InlineData("I", "12.345")]
    [InlineData("I", "1,234.56")]
    [InlineData("I", "")]
    [InlineData("RS", "12.345")]
    [InlineData("RS", "")]
    public async Task The_payments_amount_cannot_be_read(string processType, string amount)
    {
        await _sut.FaultAsync("set-fields", _invoiceNo, new { fields = new { amount } }, processType);

        var answer = await _sut.SendAsync(new PaymentRequest(processType, _invoiceNo));

        answer["amount"].ShouldBe(amount);
        answer.IsSigned().ShouldBeTrue();
    }

    [Fact]
    public async Task The_hash_may_say_nothing_about_the_list()
    {
        await OrderAsync("hash-without-lists", new { });

        var answer = await AskAsync();

        answer.Entries.Count.ShouldBe(3);
        answer.IsSigned().ShouldBeFalse();
        answer.IsSignedWithoutLists().ShouldBeTrue();
    }

    public async ValueTask InitializeAsync()
    {
        _sut = await SimulatorHost.StartAsync();
        _invoiceNo = await _sut.InvoiceAsync();
        _first = (await RefundAsync(1)).RefundReferenceNo;
        await RefundAsync(2);
        await RefundAsync(3);
    }

    public ValueTask DisposeAsync() => _sut.DisposeAsync();

    private Task<Answer> RefundAsync(int number) =>
        _sut.SendAsync(PaymentRequest.Refund(_invoiceNo, $"{number}.00") with { UserDefined = [$"op-{number}", "key"] });

    private Task OrderAsync(string kind, object more) => _sut.FaultAsync(kind, _invoiceNo, more);

    private Task<Answer> AskAsync() => _sut.SendAsync(PaymentRequest.RefundStatus(_invoiceNo));

    private async Task<string> ListAsync() => string.Join(", ", (await AskAsync()).Entries);
}
