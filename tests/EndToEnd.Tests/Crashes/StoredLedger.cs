using Azure.Data.Tables;

namespace EndToEnd.Tests.Crashes;

/// <summary>The tables as they are, read past the app and the proxy.</summary>
internal sealed class StoredLedger(string connectionString)
{
    private readonly TableServiceClient tables = new(connectionString);

    /// <summary>All rows about an invoice.</summary>
    public async Task<IReadOnlyList<TableEntity>> InvoiceAsync(string merchantId, string invoiceNo)
    {
        var partition = $"{merchantId}|{invoiceNo}";
        return await ReadAsync("operations", TableClient.CreateQueryFilter($"PartitionKey eq {partition}"));
    }

    /// <summary>The rows of an operation in a table of hints.</summary>
    public Task<IReadOnlyList<TableEntity>> HintsAsync(string table, string row) =>
        ReadAsync(table, TableClient.CreateQueryFilter($"RowKey eq {row}"));

    private async Task<IReadOnlyList<TableEntity>> ReadAsync(string table, string filter)
    {
        List<TableEntity> rows = [];
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(filter))
            rows.Add(row);
        return rows;
    }
}
