using System.Net;
using Functions.Tests.Support;
using PaymentOperations.Operations;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Functions.Tests.Refunds;

public sealed class CreateRefundTests
{
    [Fact]
    public async Task an_accepted_refund_answers_202_with_its_address()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Location!.OriginalString.ShouldBe($"/api/merchants/JT01/refunds/{Sample.Id}");
        response.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.JsonAsync()).GetProperty("status").GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task a_replayed_refund_answers_the_same_and_says_so()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.Accepted(Sample.Operation(status: OperationStatus.Succeeded), Replayed: true);

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await response.JsonAsync()).GetProperty("status").GetString().ShouldBe("succeeded");
    }

    [Fact]
    public async Task every_property_reaches_the_intake_as_it_was_sent()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(
            """
            {"reason":"สินค้าชำรุด","metadata":{"Order.Id-1":"1001","customer":"สมชาย 😀"},"bankAccount":{"bankCode":"014","accountName":"Somchai J.","accountNumber":"1112223334"},
             "subMerchants":[{"subMid":"SUB1","subAmount":200},{"subAmount":50.5,"subMid":"SUB2"}],"amount":250.50,"invoiceNo":"INV/2026/11-001"}
            """
        );

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var command = sut.Intake.Commands.ShouldHaveSingleItem();
        command.Merchant.Id.ShouldBe(new MerchantId("JT01"));
        command.Kind.ShouldBe(OperationKind.Refund);
        command.InvoiceNo.Text.ShouldBe("INV/2026/11-001");
        command.Amount.ShouldBe(Money.FromAmount(250.50m));
        command.SubMerchants.ShouldBe([new("SUB1", Money.FromAmount(200m)), new("SUB2", Money.FromAmount(50.5m))]);
        command.BankAccount.ShouldBe(new BankAccount("014", "Somchai J.", "1112223334"));
        command.Reason.ShouldBe("สินค้าชำรุด");
        command.Metadata.ShouldBe(
            new Dictionary<string, string> { ["Order.Id-1"] = "1001", ["customer"] = "สมชาย 😀" },
            ignoreOrder: true
        );
        command.IdempotencyKey.ShouldBe("key-1");
        command.ApiKeyId.ShouldBe("all");
        command.TraceParent.ShouldNotBeNull();
    }

    [Fact]
    public async Task an_operation_reads_exactly_as_documented()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Intake.Result = new AcceptResult.Accepted(
            Sample.Operation(status: OperationStatus.Succeeded) with
            {
                Attempts = 1,
                Reason = "returned goods",
                Metadata = new Dictionary<string, string> { ["orderId"] = "1001" },
                Gateway = new()
                {
                    RespCode = "00",
                    RespDesc = "Success",
                    Status = "RF",
                    ReferenceNo = "3528643",
                    RefundReferenceNo = "3598743",
                    ApprovalCode = "621529",
                },
                History = [new(Sample.Operation().CreatedAt, null, OperationStatus.Accepted, "api key all", "accepted")],
            },
            Replayed: false
        );

        using var response = await sut.PostRefundAsync(Calls.RefundBody);

        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"id":"0198f2a0-0000-7000-8000-000000000001","kind":"refund","merchantId":"JT01","invoiceNo":"INV-SETTLED-1","amount":250.00,"currency":"SGD",
            "status":"succeeded","needsReview":false,"reviewReason":null,"blockedBy":null,"nextStep":null,"attempts":1,
            "gateway":{"respCode":"00","respDesc":"Success","status":"RF","referenceNo":"3528643","refundReferenceNo":"3598743","approvalCode":"621529"},
            "reason":"returned goods","metadata":{"orderId":"1001"},"createdAt":"2026-11-23T10:00:00Z","updatedAt":"2026-11-23T10:00:02Z",
            "history":[{"at":"2026-11-23T10:00:00Z","from":null,"to":"accepted","by":"api key all","note":"accepted"}]}
            """.ReplaceLineEndings("")
        );
    }

    [Fact]
    public async Task bank_data_and_keys_are_in_no_log_and_no_error()
    {
        await using var sut = await TestApp.StartAsync();
        const string body = """{"invoiceNo":"I","amount":-1,"bankAccount":{"accountNumber":"9998887776"},"4111111111111111":1}""";

        using var response = await sut.PostRefundAsync(body);

        var answer = await response.Content.ReadAsStringAsync();
        foreach (var secret in new[] { "9998887776", "4111111111111111", FakeMerchants.Key })
        {
            answer.ShouldNotContain(secret);
            sut.Logs.Lines.ShouldNotContain(line => line.Contains(secret));
        }
    }
}
