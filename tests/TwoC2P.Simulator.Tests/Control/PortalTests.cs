using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Control;

/// <summary>What people do in the merchant portal.</summary>
public sealed class PortalTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private readonly SimulatorHost _sut = shared.Host;

    [Fact]
    public async Task Ten_thousand_refunds_are_made_by_one_command_and_listed_in_one_answer()
    {
        var invoiceNo = await _sut.InvoiceAsync("20000.00");

        var made = await CommandAsync("refunds-in-portal", invoiceNo, new { count = 10_000, amount = "1.00" });
        var ours = await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "40.00") with { UserDefined = ["op-1"] });
        var listed = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));

        made["made"]!.GetValue<int>().ShouldBe(10_000);
        ours.RespCode.ShouldBe("00");
        listed.Refunds.Count.ShouldBe(10_001);
        listed.Refunds.Select(entry => entry.Attribute("referenceNo")!.Value).Distinct().Count().ShouldBe(10_001);
        listed.Refunds[0].Attribute("referenceNo")!.Value.ShouldBe(made["firstReferenceNo"]!.GetValue<string>());
        listed.Refunds[9_999].Attribute("referenceNo")!.Value.ShouldBe(made["lastReferenceNo"]!.GetValue<string>());
        listed.Entries[10_000].ShouldBe("RF 40.00 op-1");
        listed.IsSigned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("refund-in-portal", 1, "100.01", "40")]
    [InlineData("refunds-in-portal", 3, "40.00", "40")]
    [InlineData("refunds-in-portal", 100000, "9999999999.99", "40")]
    public async Task Refunds_in_the_portal_exceed_what_was_captured_no_more_than_others(
        string verb,
        int count,
        string amount,
        string respCode
    )
    {
        var invoiceNo = await _sut.InvoiceAsync();

        var refusal = await RefusalAsync(verb, invoiceNo, new { count, amount });

        refusal["respCode"]!.GetValue<string>().ShouldBe(respCode);
        (await _sut.RecordAsync(invoiceNo))["refunds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_that_is_refunded_in_full_is_not_refunded_in_the_portal()
    {
        var invoiceNo = await _sut.InvoiceAsync();
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.00"));

        var refusal = await RefusalAsync("refund-in-portal", invoiceNo, new { amount = "0.01" });

        refusal["respCode"]!.GetValue<string>().ShouldBe("49");
    }

    [Fact]
    public async Task A_failed_refund_in_the_portal_takes_nothing()
    {
        var invoiceNo = await _sut.InvoiceAsync();

        await CommandAsync(
            "refunds-in-portal",
            invoiceNo,
            new
            {
                count = 3,
                amount = "100.00",
                status = "RFF",
            }
        );

        (await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "100.00"))).RespCode.ShouldBe("00");
    }

    [Theory]
    [InlineData(null, 100.00)]
    [InlineData("60.00", 60.00)]
    public async Task A_settlement_is_made_in_the_portal(string? amount, double captured)
    {
        var invoiceNo = await _sut.InvoiceAsync(status: "A");

        var view = await CommandAsync("settle-in-portal", invoiceNo, new { amount });
        var again = await RefusalAsync("settle-in-portal", invoiceNo, new { });

        view["status"]!.GetValue<string>().ShouldBe("RS");
        view["amount"]!.GetValue<decimal>().ShouldBe((decimal)captured);
        again["respCode"]!.GetValue<string>().ShouldBe("39");
        (await _sut.CallsAsync(invoiceNo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_void_is_made_in_the_portal()
    {
        var invoiceNo = await _sut.InvoiceAsync(status: "A");

        var view = await CommandAsync("void-in-portal", invoiceNo, new { });
        var again = await RefusalAsync("void-in-portal", invoiceNo, new { });
        var asked = await _sut.SendAsync(PaymentRequest.Inquiry(invoiceNo));

        view["status"]!.GetValue<string>().ShouldBe("V");
        again["respCode"]!.GetValue<string>().ShouldBe("29");
        asked.Status.ShouldBe("V");
    }

    [Fact]
    public async Task A_settlement_in_the_portal_exceeds_no_authorization()
    {
        var invoiceNo = await _sut.InvoiceAsync(status: "A");

        var refusal = await RefusalAsync("settle-in-portal", invoiceNo, new { amount = "100.01" });

        refusal["respCode"]!.GetValue<string>().ShouldBe("30");
    }

    private Task<JsonNode> CommandAsync(string verb, string invoiceNo, object more) =>
        _sut.ControlAsync($"transactions/{verb}", Body(invoiceNo, more));

    private async Task<JsonNode> RefusalAsync(string verb, string invoiceNo, object more)
    {
        using var response = await _sut.Client.PostAsJsonAsync($"/_control/transactions/{verb}", Body(invoiceNo, more));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static JsonObject Body(string invoiceNo, object more)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body["merchantId"] = "JT01";
        body["invoiceNo"] = invoiceNo;
        return body;
    }
}
