using System.Text.Json;
using Functions.Tests.Support;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace Functions.Tests.Operations;

public sealed class CanonicalRequestTests
{
    private const string Base = """{"invoiceNo":"I","amount":10,"reason":"r"}""";
    private const string WithPairs = """{"invoiceNo":"I","amount":10,"metadata":{"a":"1","b":"2"}}""";

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

    [Theory]
    [InlineData("""{"metadata":{"b":"2","a":"1"},"amount":10.00,"invoiceNo":"I"}""", true)]
    [InlineData("""{"metadata":{"\u0061":"\u0031","b":"2"},"amount":10,"invoiceNo":"I"}""", true)]
    [InlineData("""{"invoiceNo":"I","amount":10,"metadata":{"a":"1","b":"3"}}""", false)]
    [InlineData("""{"invoiceNo":"I","amount":10,"metadata":{"a":"1","c":"2"}}""", false)]
    [InlineData("""{"invoiceNo":"I","amount":10,"metadata":{"a":"1"}}""", false)]
    [InlineData("""{"invoiceNo":"I","amount":10}""", false)]
    public void metadata_is_compared_by_its_pairs(string body, bool isTheSame)
    {
        (FingerprintOf(body) == FingerprintOf(WithPairs)).ShouldBe(isTheSame);
    }

    [Fact]
    public void a_request_without_metadata_is_what_it_was_before_there_was_any()
    {
        FingerprintOf("""{"invoiceNo":"I","amount":10,"metadata":{}}""")
            .ShouldBe(
                "POST\nmerchants/JT01/refunds\n"
                    + """{"invoiceNo":"I","amount":"10.00","subMerchants":[],"bankCode":null,"accountName":null,"accountNumber":null,"reason":null}"""
            );
    }

    [Theory]
    [InlineData(OperationKind.Settlement, """{"invoiceNo":"I","amount":10,"reason":"r"}""", """{"invoiceNo":"I","amount":10}""")]
    [InlineData(OperationKind.Void, """{"invoiceNo":"I","reason":"r"}""", """{"invoiceNo":"I"}""")]
    public void a_reason_makes_a_difference_for_every_kind(OperationKind kind, string one, string other)
    {
        FingerprintOf(one, kind).ShouldNotBe(FingerprintOf(other, kind));
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
