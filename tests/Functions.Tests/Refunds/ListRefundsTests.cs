using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using PaymentOperations.Payments;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Refunds;

public sealed class ListRefundsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("&source=ledger")]
    public async Task the_ledgers_refunds_of_an_invoice_come_without_history(string source)
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation());
        sut.Reader.Operations.Add(Sample.Operation(OperationKind.Void));

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds?invoiceNo=INV-SETTLED-1{source}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"items":[{"id":"0198f2a0-0000-7000-8000-000000000001","kind":"refund","merchantId":"JT01","invoiceNo":"INV-SETTLED-1","amount":250.00,"currency":"SGD",
            "status":"accepted","needsReview":false,"reviewReason":null,"blockedBy":null,"nextStep":null,"attempts":0,"gateway":null,"reason":null,"metadata":null,
            "createdAt":"2026-11-23T10:00:00Z","updatedAt":"2026-11-23T10:00:02Z"}],"nextCursor":null}
            """.ReplaceLineEndings("")
        );
    }

    [Fact]
    public async Task another_letter_case_is_another_invoice()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Reader.Operations.Add(Sample.Operation());

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/refunds?invoiceNo=inv-settled-1"));

        (await response.JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task the_gateways_refunds_name_our_operation_where_it_is_echoed()
    {
        await using var sut = await TestApp.StartAsync();
        RefundEntry ours = new()
        {
            ReferenceNo = "3598743",
            Status = TransactionStatus.RefundConfirmed,
            Amount = Money.FromAmount(250m),
            DateTime = "20261123100002",
            UserDefined = [Sample.Id, "x", null, null, null],
        };
        sut.Inquiry.Refunds = new GatewayRead<IReadOnlyList<RefundEntry>>.Found([
            ours,
            ours with
            {
                UserDefined = [],
                Amount = null,
            },
        ]);

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/refunds?invoiceNo=I&source=gateway"));

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            $$"""
            {"items":[
            {"referenceNo":"3598743","gatewayStatus":"RF","amount":250.00,"dateTime":"20261123100002","at":"2026-11-23T10:00:02+00:00","operationId":"{{Sample.Id}}"},
            {"referenceNo":"3598743","gatewayStatus":"RF","amount":null,"dateTime":"20261123100002","at":"2026-11-23T10:00:02+00:00","operationId":null}],"nextCursor":null}
            """.ReplaceLineEndings("")
        );
    }

    [Fact]
    public async Task a_gateway_that_does_not_answer_is_no_empty_list()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Inquiry.Refunds = new GatewayRead<IReadOnlyList<RefundEntry>>.NoAnswer();

        using var response = await sut.Http.SendAsync(Calls.Get("merchants/JT01/refunds?invoiceNo=I&source=gateway"));

        await response.ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout, "gateway_timeout");
    }

    [Theory]
    [InlineData("source=gateway", "invoiceNo")]
    [InlineData("invoiceNo=I&source=Gateway", "source")]
    [InlineData("invoiceNo=I&source=", "source")]
    public async Task a_wrong_query_is_refused(string query, string field)
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.SendAsync(Calls.Get($"merchants/JT01/refunds?{query}"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_query");
        problem.ErrorsOf().Keys.ShouldBe([field]);
    }
}
