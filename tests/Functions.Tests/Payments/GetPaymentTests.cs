using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Payments;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Payments;

public sealed class GetPaymentTests
{
    private const string Address = "merchants/JT01/payments?invoiceNo=INV-SETTLED-1";

    private static readonly GatewayRead<Payment>[] Endings =
    [
        new GatewayRead<Payment>.Found(Sample.Payment()),
        new GatewayRead<Payment>.NotFound(Sample.Gateway("16", "Transaction does not exist")),
        new GatewayRead<Payment>.Refused(Sample.Gateway("14", "Invalid merchant id")),
        new GatewayRead<Payment>.Unverifiable(),
        new GatewayRead<Payment>.NeverSent(),
        new GatewayRead<Payment>.NoAnswer(),
        new GatewayRead<Payment>.NotTaken(401),
        new GatewayRead<Payment>.NotTaken(400),
    ];

    [Fact]
    public async Task a_payment_reads_exactly_as_documented()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"invoiceNo":"INV-SETTLED-1","amount":1000.00,"currency":"SGD","refundable":750.00,"reserved":250.00,"status":"settled","gatewayStatus":"S","referenceNo":"3528643","approvalCode":"621529",
            "transactionDateTime":"20261101093000","transactionAt":"2026-11-01T09:30:00+00:00","paidAgent":"BAY","paidChannel":"CC","maskedPan":"411111XXXXXX1111","eci":"05",
            "paymentScheme":"VI","processBy":"VI",
            "subMerchants":[{"subMid":"SUB1","subAmount":600.00},{"subMid":"SUB2","subAmount":400.00}]}
            """.ReplaceLineEndings("")
        );
    }

    [Fact]
    public async Task members_that_2C2P_left_out_are_null()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Inquiry.Payment = new GatewayRead<Payment>.Found(new(PaymentStatus.Other, new PaymentProcessResponse()));

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"invoiceNo":null,"amount":null,"currency":"SGD","refundable":null,"reserved":null,"status":"other","gatewayStatus":null,"referenceNo":null,"approvalCode":null,"transactionDateTime":null,
            "transactionAt":null,"paidAgent":null,"paidChannel":null,"maskedPan":null,"eci":null,"paymentScheme":null,"processBy":null,"subMerchants":[]}
            """.ReplaceLineEndings("")
        );
    }

    [Theory]
    [InlineData("Asia/Bangkok", "20261101093000", "\"2026-11-01T09:30:00+07:00\"")]
    [InlineData("Asia/Singapore", "20261101093000", "\"2026-11-01T09:30:00+08:00\"")]
    [InlineData("Asia/Bangkok", "01/11/2026 09:30", "null")]
    public async Task its_time_is_shown_as_sent_and_read_in_the_merchants_zone(string zone, string sent, string read)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Change(merchant => merchant with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        var payment = Sample.Payment();
        sut.Inquiry.Payment = new GatewayRead<Payment>.Found(
            payment with
            {
                Response = payment.Response with { TransactionDateTime = sent },
            }
        );

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var body = await response.JsonAsync();
        body.GetProperty("transactionDateTime").GetString().ShouldBe(sent);
        body.GetProperty("transactionAt").GetRawText().ShouldBe(read);
    }

    [Fact]
    public async Task a_currency_that_nobody_named_is_null()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.Change(merchant => merchant with { Currency = null });

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        (await response.JsonAsync()).GetProperty("currency").GetRawText().ShouldBe("null");
    }

    [Fact]
    public async Task a_card_number_that_2C2P_did_not_mask_is_masked_here()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Inquiry.Payment = new GatewayRead<Payment>.Found(Sample.Payment(maskedPan: "4111111111111111"));

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        (await response.JsonAsync()).GetProperty("maskedPan").GetString().ShouldBe("411111XXXXXX1111");
    }

    [Fact]
    public void every_ending_of_a_read_is_tested()
    {
        var endings = typeof(GatewayRead<Payment>).GetNestedTypes();

        Endings.Select(ending => ending.GetType().GetGenericTypeDefinition()).Distinct().ShouldBe(endings, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.NotFound, "payment_not_found", "16")]
    [InlineData(2, HttpStatusCode.UnprocessableEntity, "gateway_settings_refused", "14")]
    [InlineData(3, HttpStatusCode.BadGateway, "gateway_unverifiable", null)]
    [InlineData(4, HttpStatusCode.ServiceUnavailable, "gateway_unreachable", null)]
    [InlineData(5, HttpStatusCode.GatewayTimeout, "gateway_timeout", null)]
    public async Task a_read_that_fails_has_its_code(int ending, HttpStatusCode status, string code, string? respCode)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Inquiry.Payment = Endings[ending];

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var problem = await response.ShouldBeProblemAsync(status, code);
        problem.TryGetProperty("gateway", out var gateway).ShouldBe(respCode is not null);
        if (respCode is not null)
            gateway.GetProperty("respCode").GetString().ShouldBe(respCode);
    }

    [Theory]
    [InlineData(6, "set as default")]
    [InlineData(7, "the stored 2C2P key")]
    public async Task what_2C2Ps_server_refuses_by_status_alone_says_what_to_check(int ending, string what)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Inquiry.Payment = Endings[ending];

        using var response = await sut.Http.SendAsync(Calls.Get(Address));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "gateway_settings_refused");
        problem.GetProperty("detail").GetString()!.ShouldContain(what);
    }

    [Theory]
    [InlineData("", "invoiceNo")]
    [InlineData("?invoiceNo=", "invoiceNo")]
    [InlineData("?invoiceNo=a&invoiceNo=b", "invoiceNo")]
    [InlineData("?invoiceNo=a&x=1", "query")]
    [InlineData("?InvoiceNo=a", "query")]
    public async Task a_wrong_query_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/payments{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldContain(field);
        sut.Inquiry.Asked.ShouldBeEmpty();
    }
}
