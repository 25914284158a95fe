using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Intake;

public sealed class OperationListingTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(null, 5)]
    [InlineData(OperationStatus.Accepted, 4)]
    [InlineData(OperationStatus.Succeeded, 1)]
    [InlineData(OperationStatus.Failed, 0)]
    public async Task a_listing_shows_every_operation_once_however_storage_cuts_its_pages(OperationStatus? status, int expected)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var first = await sut.RefundAsync(1m);
        for (var number = 0; number < 4; number++)
            await sut.RefundAsync(1m);
        await sut.RunAsync(first);
        sut.Wire.Before = request => request.Uri.Query = request.Uri.Query.Replace("top=1000", "top=2", StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);
        List<OperationId> seen = [];
        string? cursor = null;

        do
        {
            var query = new OperationQuery(today.AddDays(-1), today, status, OperationKind.Refund, cursor);
            var page = await sut.Reader.ListAsync(sut.Merchant.Id, query, CancellationToken.None);
            seen.AddRange(page.Items.Select(operation => operation.Id));
            cursor = page.NextCursor;
        } while (cursor is not null);

        seen.Count.ShouldBe(expected);
        seen.ShouldBeUnique();
    }

    [Theory]
    [InlineData("none of ours")]
    [InlineData("OTk6")]
    public async Task a_cursor_that_is_none_of_ours_is_refused(string cursor)
    {
        await using var sut = World.Start(storage);
        var today = DateOnly.FromDateTime(sut.Time.GetUtcNow().UtcDateTime);

        var page = await sut.Reader.ListAsync(
            sut.Merchant.Id,
            new OperationQuery(today, today, null, null, cursor),
            CancellationToken.None
        );

        page.CursorIsValid.ShouldBeFalse();
    }
}
