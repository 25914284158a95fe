using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Tests.Support;

/// <summary>Walks through lists as callers do.</summary>
internal static class Listing
{
    /// <summary>A query of all days.</summary>
    public static OperationQuery Everything(params OperationStatus[] statuses) =>
        new(DateOnly.MinValue, DateOnly.MaxValue, OperationStatuses.Of(statuses), null, null);

    /// <summary>A query of the last days, today included.</summary>
    public static OperationQuery OfDays(this World world, int days, params OperationStatus[] statuses)
    {
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);
        return new(today.AddDays(1 - days), today, OperationStatuses.Of(statuses), null, null);
    }

    /// <summary>All pages of a query from its cursor on. A page that is not full while more follows is a failure.</summary>
    public static async Task<IReadOnlyList<Operation>> WalkAsync(this World world, OperationQuery query)
    {
        List<Operation> seen = [];
        var cursor = query.Cursor;
        do
        {
            var page = await world.Reader.ListAsync(world.Merchant.Id, query with { Cursor = cursor }, CancellationToken.None);
            page.CursorIsValid.ShouldBeTrue();
            if (page.NextCursor is not null)
                page.Items.Count.ShouldBe(query.Limit);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        } while (cursor is not null);

        return seen;
    }

    /// <summary>The ids of all pages.</summary>
    public static async Task<IReadOnlyList<OperationId>> IdsAsync(this World world, OperationQuery query) =>
        [.. (await world.WalkAsync(query)).Select(operation => operation.Id)];

    /// <summary>Puts open operations into ledger and indexes, as they stand while they are open.</summary>
    public static async Task<IReadOnlyList<OperationRow>> SeedOpenAsync(
        this World world,
        int count,
        Func<OperationRow, int, OperationRow> edit
    )
    {
        var rows = await world.SeedAsync(count, edit);
        foreach (var row in rows)
            await world.Get<OpenOperations>().FollowAsync(row, world.Time.GetUtcNow().AddDays(1), CancellationToken.None);
        return rows;
    }
}
