using System.Reflection;
using TwoC2P.QuickPay;

namespace TwoC2P.Tests.QuickPay;

public class QuickPayResultCodeTests
{
    [Fact]
    public void Every_named_code_is_in_the_table_once() =>
        typeof(QuickPayResultCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(QuickPayResultCode))
            .Select(field => (QuickPayResultCode)field.GetValue(null)!)
            .ShouldBe(QuickPayResultCode.Table.Keys, ignoreOrder: true);

    [Fact]
    public void Codes_have_three_digits_and_unlisted_ones_survive()
    {
        QuickPayResultCode.Table.Count.ShouldBe(39);
        QuickPayResultCode.Table.Keys.ShouldAllBe(code => code.Text.Length == 3 && code.IsListed);
        new QuickPayResultCode("555").IsListed.ShouldBeFalse();
        default(QuickPayResultCode).ToString().ShouldBe("");
    }
}
