using System.Reflection;
using TwoC2P.Codes;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.PaymentAction;

public class CodeTableTests
{
    [Fact]
    public void Every_named_result_code_is_in_the_table_once() =>
        Named<ResultCode>().ShouldBe(ResultCode.Table.Keys, ignoreOrder: true);

    [Fact]
    public void Every_named_status_is_in_the_table_once() =>
        Named<TransactionStatus>().ShouldBe(TransactionStatus.Table.Keys, ignoreOrder: true);

    [Theory]
    [InlineData(ProcessType.Inquiry, "I")]
    [InlineData(ProcessType.Settlement, "S")]
    [InlineData(ProcessType.Void, "V")]
    [InlineData(ProcessType.Refund, "R")]
    [InlineData(ProcessType.RefundStatus, "RS")]
    public void Process_types_have_2C2Ps_spelling(ProcessType sut, string code) => sut.ToWire().ShouldBe(code);

    [Fact]
    public void Unlisted_codes_survive()
    {
        new ResultCode("Z9").IsListed.ShouldBeFalse();
        new ResultCode("Z9").ToString().ShouldBe("Z9");
        new TransactionStatus("ZZ").IsFailedRefund.ShouldBeFalse();
        default(TransactionStatus).ToString().ShouldBe("");
    }

    [Theory]
    [InlineData("RR", true)]
    [InlineData("RR1", true)]
    [InlineData("RR2", true)]
    [InlineData("RR3", true)]
    [InlineData("RFF", true)]
    [InlineData("RF", false)]
    [InlineData("RP", false)]
    [InlineData("PF", false)]
    [InlineData("", false)]
    public void Only_rejections_and_failures_of_refunds_count_as_failed_refunds(string code, bool isFailed) =>
        new TransactionStatus(code).IsFailedRefund.ShouldBe(isFailed);

    [Theory]
    [InlineData("S", true)]
    [InlineData("SS", true)]
    [InlineData("RS", false)]
    [InlineData("A", false)]
    public void Both_spellings_of_settled_count(string code, bool isSettled) =>
        new TransactionStatus(code).IsSettled.ShouldBe(isSettled);

    private static IEnumerable<T> Named<T>() =>
        typeof(T)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(T))
            .Select(field => (T)field.GetValue(null)!);
}
