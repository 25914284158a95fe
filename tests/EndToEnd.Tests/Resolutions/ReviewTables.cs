using Azure;
using Azure.Data.Tables;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Resolutions;

/// <summary>The storage behind the app, as an older copy of a table or a host that gives up leaves it behind: that much no gateway can do.</summary>
internal sealed class ReviewTables(string connectionString)
{
    private readonly TableServiceClient tables = new(connectionString);
    private readonly StorageView view = new(connectionString);

    /// <summary>Whether the app still looks after an operation.</summary>
    public async Task<bool> IsOutstandingAsync(string id) =>
        (await view.RowsAsync("outstanding", TableClient.CreateQueryFilter($"RowKey eq {id}"))).Count > 0;

    public Task EnqueueAsync(string queue, string text) => view.EnqueueAsync(queue, text);

    /// <summary>The index knows the operation as unknown: the ledger that calls it accepted is older.</summary>
    public async Task KnowFurtherAsync(string id)
    {
        var row = (
            await view.RowsAsync("index", TableClient.CreateQueryFilter($"RowKey eq {$"operation|{id}"}"))
        ).ShouldHaveSingleItem();
        var further = new TableEntity(row.PartitionKey, row.RowKey) { ["status"] = "Unknown" };
        await tables.GetTableClient("index").UpdateEntityAsync(further, ETag.All, TableUpdateMode.Merge);
    }

    /// <summary>The table of idempotency keys does not know the operation's any more.</summary>
    public async Task ForgetKeyAsync(string id)
    {
        var row = (await view.RowsAsync("keys", TableClient.CreateQueryFilter($"operationId eq {id}"))).ShouldHaveSingleItem();
        await tables.GetTableClient("keys").DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }
}
