using System.Net;
using System.Net.Http.Json;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Control;

public sealed class ControlTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Theory]
    [InlineData("JT01", "INV-SETTLED-1", "S", 1000.00, "card")]
    [InlineData("JT01", "INV-AUTHORIZED-1", "A", 500.00, "card")]
    [InlineData("JT01", "INV-APM-1", "S", 750.00, "apm")]
    [InlineData("JT01", "INV/2026/11-001", "S", 120.00, "card")]
    [InlineData("JT04", "INV-SETTLED-1", "S", 2000.00, "card")]
    public async Task The_record_starts_with_known_transactions(
        string merchantId,
        string invoiceNo,
        string status,
        double amount,
        string channel
    )
    {
        var view = await _sut.ReadAsync($"transactions?merchantId={merchantId}&invoiceNo={Uri.EscapeDataString(invoiceNo)}");

        view["status"]!.GetValue<string>().ShouldBe(status);
        view["amount"]!.GetValue<decimal>().ShouldBe((decimal)amount);
        view["channel"]!.GetValue<string>().ShouldBe(channel);
        view["refunds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_seed_the_record_is_empty()
    {
        await using var sut = await SimulatorHost.StartAsync(null, "--seed", "none");

        (await sut.ReadAsync("transactions")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transaction_is_created_read_by_both_addresses_and_replaced()
    {
        var body = new
        {
            merchantId = "JT04",
            invoiceNo = "NEW 1",
            amount = 12.5m,
            approvalCode = "777777",
        };
        using var created = await _sut.Client.PostAsJsonAsync("/_control/transactions", body);
        var byPath = await _sut.ReadAsync("transactions/NEW%201");
        await _sut.ControlAsync("transactions", body with { amount = 13m });
        var byQuery = await _sut.ReadAsync("transactions?merchantId=JT04&invoiceNo=NEW%201");
        var inquiry = await _sut.SendAsync(
            PaymentRequest.Inquiry("NEW 1") with
            {
                MerchantId = "JT04",
                SecretKey = "QnmrnH6QE23N",
            }
        );

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        byPath["amount"]!.GetValue<decimal>().ShouldBe(12.50m);
        byQuery["amount"]!.GetValue<decimal>().ShouldBe(13m);
        inquiry["approvalCode"].ShouldBe("777777");
        inquiry.IsSigned("QnmrnH6QE23N").ShouldBeTrue();
    }

    [Fact]
    public async Task A_refund_in_the_portal_is_listed_without_anything_of_ours()
    {
        var invoiceNo = await _sut.InvoiceAsync();

        var view = await _sut.ControlAsync(
            "transactions/refund-in-portal",
            new
            {
                merchantId = "JT01",
                invoiceNo,
                amount = "95.00",
            }
        );

        view["refunds"]![0]!["byPortal"]!.GetValue<bool>().ShouldBeTrue();
        var status = await _sut.SendAsync(PaymentRequest.RefundStatus(invoiceNo));
        status.Refunds[0].Attribute("amount")!.Value.ShouldBe("95.00");
        status.Refunds[0].Attribute("userDefined1").ShouldBeNull();
        (await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "6.00"))).RespCode.ShouldBe("40");
    }

    [Fact]
    public async Task A_status_is_set_and_the_settlement_run_by_command()
    {
        var ready = await _sut.InvoiceAsync(status: "RS");
        var other = await _sut.InvoiceAsync(status: "RS");

        await _sut.ControlAsync(
            "transactions/status",
            new
            {
                merchantId = "JT01",
                invoiceNo = other,
                status = "EX",
            }
        );
        var run = await _sut.ControlAsync("transactions/settle-run", new { merchantId = "JT01", invoiceNo = ready });

        run["settled"]!.GetValue<int>().ShouldBe(1);
        (await _sut.RecordAsync(ready))["status"]!.GetValue<string>().ShouldBe("S");
        (await _sut.RecordAsync(other))["status"]!.GetValue<string>().ShouldBe("EX");
    }

    [Fact]
    public async Task A_new_merchant_is_served_with_its_own_key()
    {
        using var registered = await _sut.Client.PutAsJsonAsync("/_control/merchants/SHOP9", new { secretKey = "own-key" });
        await _sut.ControlAsync(
            "transactions",
            new
            {
                merchantId = "SHOP9",
                invoiceNo = "S9",
                amount = 5,
            }
        );

        var answer = await _sut.SendAsync(PaymentRequest.Inquiry("S9") with { MerchantId = "SHOP9", SecretKey = "own-key" });

        registered.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.RespCode.ShouldBe("00");
        answer.IsSigned("own-key").ShouldBeTrue();
        (await _sut.Client.GetStringAsync("/_control/merchants")).ShouldNotContain("own-key");
    }

    [Fact]
    public async Task Calls_are_counted_without_bank_accounts_or_keys()
    {
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await _sut.SendAsync(
            PaymentRequest.Refund(invoiceNo, "1.00") with
            {
                BankCode = "SCB",
                AccountName = "Somchai",
                AccountNumber = "1234567890",
            }
        );
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "1000.00"));

        var calls = await _sut.CallsAsync(invoiceNo);

        calls
            .Select(call => $"{call!["processType"]} {call["actionAmount"]} {call["respCode"]} {call["workDone"]}")
            .ShouldBe(["R 1.00 42 true", "R 1000.00 40 false"]);
        calls.ToJsonString().ShouldNotContain("1234567890");
        (await _sut.RecordAsync(invoiceNo)).ToJsonString().ShouldNotContain("1234567890");
    }

    [Theory]
    [InlineData("transactions", "{\"merchantId\":\"JT01\"}", 400)]
    [InlineData("transactions", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"x\",\"amount\":1,\"channel\":\"cash\"}", 400)]
    [InlineData("transactions/status", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-SETTLED-1\"}", 400)]
    [InlineData("transactions/status", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"nowhere\",\"status\":\"S\"}", 404)]
    [InlineData("transactions/voids/finish", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-SETTLED-1\"}", 409)]
    [InlineData("transactions/refunds/finish", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-APM-1\"}", 404)]
    [InlineData("transactions/refunds/reject", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-APM-1\",\"status\":\"RF\"}", 400)]
    [InlineData("transactions/refund-in-portal", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-APM-1\"}", 400)]
    [InlineData("notifications", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-APM-1\"}", 404)]
    [InlineData("notifications", "{\"merchantId\":\"JT01\",\"invoiceNo\":\"INV-APM-1\",\"mode\":\"loud\"}", 400)]
    public async Task Commands_that_cannot_be_followed_say_so(string path, string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await _sut.Client.PostAsync($"/_control/{path}", content);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task One_body_serves_callbacks_and_the_end_of_a_refund()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var invoiceNo = await _sut.InvoiceAsync(channel: "apm");
        await _sut.SendAsync(PaymentRequest.Refund(invoiceNo, "7.00"));
        var body = new
        {
            merchantId = "JT01",
            invoiceNo,
            mode = (string?)null,
            url = receiver.Url,
        };

        await _sut.ControlAsync("notifications", body);
        await _sut.ControlAsync("transactions/refunds/finish", body);

        CallbackReceiver.Read(receiver.Bodies.ShouldHaveSingleItem()).Status.ShouldBe("RP");
        (await _sut.RecordAsync(invoiceNo))["refunds"]![0]!["status"]!.GetValue<string>().ShouldBe("RF");
    }

    [Fact]
    public async Task Unknown_transactions_and_certificates_that_are_none_are_refused()
    {
        using var missing = await _sut.Client.GetAsync("/_control/transactions/nowhere");
        using var noCertificate = await _sut.Client.PutAsync("/_control/merchants/JT01/certificate", new StringContent("hello"));
        using var health = await _sut.Client.GetAsync("/_control/health");

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        noCertificate.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
