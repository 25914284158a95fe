namespace TwoC2P.Tests;

public class FieldCoverageTests
{
    private static readonly string[] PaymentActionMessages = ["PaymentProcessRequest", "PaymentProcessResponse"];

    [Fact]
    public void Each_of_the_145_published_rows_belongs_to_a_message_that_is_driven_from_the_table()
    {
        string[] driven = [.. PaymentActionMessages, .. ApiRequestTableTests.Messages, .. ApiResponseTableTests.Messages];

        FieldTable.Messages.ShouldBe(driven, ignoreOrder: true);
        driven.Sum(message => FieldTable.Rows(message).Count).ShouldBe(145);
    }
}
