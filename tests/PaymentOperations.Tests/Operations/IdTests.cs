using PaymentOperations.Operations;

namespace PaymentOperations.Tests.Operations;

public sealed class IdTests
{
    [Theory]
    [InlineData("0199ffff-0000-7000-8000-000000000001", true)]
    [InlineData("e677d21f-dbff-7000-8000-000000000001", true)]
    [InlineData("e677d21f-dc00-7000-8000-000000000001", false)]
    [InlineData("ffffffff-ffff-7fff-bfff-ffffffffffff", false)]
    [InlineData("0199FFFF-0000-7000-8000-000000000001", false)]
    [InlineData("0199ffff-0000-4000-8000-000000000001", false)]
    [InlineData("{0199ffff-0000-7000-8000-000000000001}", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void an_id_is_a_uuid_of_version_7_in_our_spelling_whose_moment_is_in_the_calendar(string? text, bool isOne)
    {
        OperationId.TryParse(text, out var operation).ShouldBe(isOne);
        PaymentEventId.TryParse(text, out var told).ShouldBe(isOne);

        if (!isOne)
            return;
        operation.ToString().ShouldBe(text);
        told.ToString().ShouldBe(text);
        told.CreatedAt.ShouldBe(operation.CreatedAt);
        OperationId.Floor(operation.CreatedAt).ShouldBe(text![..13]);
    }
}
