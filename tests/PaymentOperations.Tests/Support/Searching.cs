using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Tests.Support;

/// <summary>Looks for operations as callers do, and fills the ledger with many of them at little cost.</summary>
internal static class Searching
{
    public static readonly DateOnly FirstDay = DateOnly.MinValue;
    public static readonly DateOnly LastDay = DateOnly.MaxValue;

    public static OperationSearch ByMetadata(params (string Key, string Value)[] pairs) =>
        new() { Metadata = pairs.ToDictionary(pair => pair.Key, pair => pair.Value) };

    public static AcceptCommand With(this AcceptCommand command, params (string Key, string Value)[] pairs) =>
        command with
        {
            Metadata = pairs.ToDictionary(pair => pair.Key, pair => pair.Value),
        };

    public static async Task<OperationId> AcceptIdAsync(this World world, AcceptCommand command) =>
        (await world.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;

    public static Task<OperationPage> PageAsync(
        this World world,
        OperationSearch search,
        string? cursor = null,
        OperationStatus? status = null,
        OperationKind? kind = null,
        DateOnly? from = null,
        DateOnly? to = null
    ) =>
        world.Reader.ListAsync(
            world.Merchant.Id,
            new OperationQuery(from ?? FirstDay, to ?? LastDay, status, kind, cursor) { Search = search },
            CancellationToken.None
        );

    /// <summary>The ids of a search that fits into a page.</summary>
    public static async Task<IReadOnlyList<OperationId>> FindAsync(
        this World world,
        OperationSearch search,
        OperationStatus? status = null,
        OperationKind? kind = null,
        DateOnly? from = null,
        DateOnly? to = null
    )
    {
        var page = await world.PageAsync(search, null, status, kind, from, to);
        page.NextCursor.ShouldBeNull();
        return [.. page.Items.Select(operation => operation.Id)];
    }

    /// <summary>Puts operations into ledger and indexes, a millisecond apart, oldest first.</summary>
    public static async Task<IReadOnlyList<OperationRow>> SeedAsync(
        this World world,
        int count,
        Func<OperationRow, int, OperationRow> edit,
        string invoiceNo = "INV-SEED"
    )
    {
        List<OperationRow> rows = [];
        for (var number = 0; number < count; number++)
        {
            world.Time.Advance(TimeSpan.FromMilliseconds(1));
            var now = world.Time.GetUtcNow();
            var row = Rows.Refund(1m, OperationStatus.Succeeded) with
            {
                Id = OperationId.New(world.Time),
                MerchantId = world.Merchant.Id,
                InvoiceNo = InvoiceNo.Parse(invoiceNo),
                CreatedAt = now,
                UpdatedAt = now,
            };
            rows.Add(edit(row, number));
        }

        await AddAsync(world.Tables.Operations, rows.Select(OperationRowMapper.ToEntity));
        await AddAsync(
            world.Tables.Index,
            rows.SelectMany(row => LookupKeys.Of(row).Select(key => LookupIndex.RowOf(OperationHint.Of(row), key)))
        );
        await AddAsync(world.Tables.Index, rows.Select(row => OpenOperations.IndexRowOf(OperationHint.Of(row))));
        return rows;
    }

    private static Task AddAsync(TableClient table, IEnumerable<TableEntity> rows) =>
        Parallel.ForEachAsync(
            rows.GroupBy(row => row.PartitionKey).SelectMany(same => same.Chunk(100)),
            async (some, cancellationToken) =>
                await table.SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                    cancellationToken
                )
        );

    /// <summary>The rows by which an operation is found.</summary>
    public static async Task<IReadOnlyList<TableEntity>> LookupRowsAsync(this World world, OperationId id)
    {
        var rows = await world
            .Tables.Index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {world.Merchant.Id.Text}"))
            .ToListAsync();
        return [.. rows.Where(row => row.RowKey.EndsWith(LookupKey.PositionOf(id), StringComparison.Ordinal))];
    }

    /// <summary>What an index that was lost, or is an older copy of itself, does not have of an operation.</summary>
    public static async Task LoseIndexRowsAsync(this World world, OperationId id)
    {
        await world.LoseLookupRowsAsync(id);
        await world.Tables.Index.DeleteEntityAsync(world.Merchant.Id.Text, IndexKey.Operation(id));
    }

    public static async Task LoseLookupRowsAsync(this World world, OperationId id)
    {
        foreach (var row in await world.LookupRowsAsync(id))
            await world.Tables.Index.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    /// <summary>Counts the requests to storage, by method, while something is done.</summary>
    public static async Task<(int Reads, int Writes)> CountAsync(this World world, Func<Task> work)
    {
        var (reads, writes) = (0, 0);
        var before = world.Wire.Before;
        world.Wire.Before = request =>
        {
            before(request);
            if (request.IsWrite())
                Interlocked.Increment(ref writes);
            else
                Interlocked.Increment(ref reads);
        };
        await work();
        world.Wire.Before = before;
        return (reads, writes);
    }
}
