using System.Text.Json;
using Functions.Tests.Support;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace Functions.Tests.Operations;

public sealed class CanonicalRequestTests
{
    private const string Base = """{"invoiceNo":"I","amount":10,"reason":"r"}""";

    [Theory]
    [InlineData("""{ "reason" : "r", "amount" : 10.00, "invoiceNo" : "I" }""")]
    [InlineData("""{"invoiceNo":"\u0049","amount":10.0,"reason":"r","bankAccount":null}""")]
    public void spelling_and_order_make_no_difference(string body)
    {
        FingerprintOf(body).ShouldBe(FingerprintOf(Base));
    }

    [Theory]
    [InlineData("""{"invoiceNo":"i","amount":10,"reason":"r"}""")]
    [InlineData("""{"invoiceNo":"I","amount":10.01,"reason":"r"}""")]
    [InlineData("""{"invoiceNo":"I","amount":10}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"R"}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"r","bankAccount":{"bankCode":"1"}}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"r","bankAccount":{"accountName":"1"}}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"r","bankAccount":{"accountNumber":"1"}}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"r","subMerchants":[{"subMid":"S","subAmount":10}]}""")]
    [InlineData("""{"invoiceNo":"I","amount":10,"reason":"r","subMerchants":[{"subMid":"T","subAmount":10}]}""")]
    public void every_value_makes_a_difference(string body)
    {
        FingerprintOf(body).ShouldNotBe(FingerprintOf(Base));
    }

    [Fact]
    public void another_address_is_another_request()
    {
        const string body = """{"invoiceNo":"I","amount":10}""";

        FingerprintOf(body, OperationKind.Settlement).ShouldNotBe(FingerprintOf(body));
        FingerprintOf(body, merchantId: "JT04").ShouldNotBe(FingerprintOf(body));
    }

    [Fact]
    public async Task the_intake_receives_method_and_route_with_it()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.PostRefundAsync(Base);

        sut.Intake.Commands.ShouldHaveSingleItem().Fingerprint.ShouldStartWith("POST\nmerchants/JT01/refunds\n{");
    }

    private static string FingerprintOf(string body, OperationKind kind = OperationKind.Refund, string merchantId = "JT01")
    {
        using var document = JsonDocument.Parse(body);
        var errors = new RequestErrors();
        var request = OperationRequestReader.Read(kind, document.RootElement, errors);
        errors.None.ShouldBeTrue();
        return CanonicalRequest.Fingerprint(new(merchantId), request!);
    }
}
