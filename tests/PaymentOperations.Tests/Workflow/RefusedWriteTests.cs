using Azure;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Workflow;

public sealed class RefusedWriteTests(LedgerStorage storage)
{
    [Fact]
    [TransitionRow("T14e")]
    public async Task a_write_that_storage_refuses_for_good_reaches_a_person_and_is_no_loop()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Time.Advance(TimeSpan.FromSeconds(1));
        sut.Storage.Before = request =>
        {
            if (request.IsTransaction())
                throw new RequestFailedException(400, "too large", "PropertyValueTooLarge", null);
        };

        await sut.RunAsync(id);

        var row = await sut.RowAsync(id);
        row.Status.ShouldBe(OperationStatus.Accepted);
        row.ReviewReason.ShouldNotBeNull().ShouldContain("PropertyValueTooLarge");
        row.ClaimToken.ShouldBeNull();
        row.NextActionAt.ShouldBe(sut.Time.GetUtcNow() + sut.Times.LongestWait);
        // Who lists what changed sees it.
        row.UpdatedAt.ShouldBe(sut.Time.GetUtcNow());
        sut.Gateway.Sent.ShouldBeEmpty();
    }
}
