using PaymentOperations.Judgement;

namespace Judgement.Tests;

public sealed class ConflictKeyTests
{
    [Theory]
    [InlineData("9001:Done", "said 9001:Done")]
    // 2C2P makes references: nobody promises that they have no spaces.
    [InlineData("90 01:Done", "said 90 01:Done")]
    [InlineData("-:Taken", "said -:Taken")]
    [InlineData("said 9001:Done", "said 9001:Done")]
    [InlineData("double 1=A1,2=A2", "double 1=A1,2=A2")]
    public void what_was_said_has_another_name_than_what_is_listed_and_keeps_it(string key, string said) =>
        ConflictKey.Said(key).ShouldBe(said);
}
