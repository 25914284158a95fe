using System.Net;
using System.Text.Json.Nodes;
using Sandbox.Demonstration;

namespace Sandbox.Tests.Demonstration;

public sealed class RecordComparisonTests
{
    private const string Refunded = """
        { "status": "S", "amount": 300.00, "refunds": [{ "referenceNo": "81", "amount": 100.00, "status": "RF" }] }
        """;
    private const string Ours = """
        {
          "kind": "refund", "status": "succeeded", "amount": 100.00,
          "gateway": { "status": "RF", "refundReferenceNo": "81" }
        }
        """;
    private const string Voided = """{ "kind": "void", "status": "succeeded", "amount": null, "gateway": { "status": "V" } }""";

    [Fact]
    public void a_refund_that_both_have_is_the_same()
    {
        var sut = RecordComparison.Of(Json(Refunded), [Json(Ours)]);

        sut.IsSame.ShouldBeTrue();
        sut.Gateway.ShouldBe("payment 300.00 S\nrefund 100.00 RF 81");
        sut.Ours.ShouldBe("refund 100.00 RF 81 succeeded");
    }

    [Theory]
    [InlineData("100.00", "99.00")]
    [InlineData("succeeded", "unknown")]
    [InlineData("\"81\"", "\"82\"")]
    [InlineData("RF", "RP")]
    public void a_refund_that_differs_is_not_the_same(string part, string other)
    {
        RecordComparison.Of(Json(Refunded), [Json(Ours.Replace(part, other, StringComparison.Ordinal))]).IsSame.ShouldBeFalse();
    }

    [Fact]
    public void a_refund_that_only_one_has_is_not_the_same()
    {
        RecordComparison.Of(Json(Refunded), []).IsSame.ShouldBeFalse();
        RecordComparison.Of(Json(Refunded), [Json(Ours), Json(Ours)]).IsSame.ShouldBeFalse();
        RecordComparison.Of(Json("""{ "status": "S", "refunds": [] }"""), [Json(Ours)]).IsSame.ShouldBeFalse();
    }

    [Theory]
    [InlineData("V", true)]
    [InlineData("A", false)]
    public void a_void_is_the_same_when_the_payment_has_its_status(string status, bool same)
    {
        var record = Json($$"""{ "status": "{{status}}", "amount": 80.00, "refunds": [] }""");

        RecordComparison.Of(record, [Json(Voided)]).IsSame.ShouldBe(same);
    }

    private static Answer Json(string text) =>
        new(HttpStatusCode.OK, new Dictionary<string, string>(StringComparer.Ordinal), JsonNode.Parse(text));
}
