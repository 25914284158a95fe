using Azure.Data.Tables;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Keeps what was learned about gateways (table <c>learned</c>).</summary>
internal sealed class GatewayMemory(LedgerTables tables)
{
    /// <summary>The row of a merchant whose ledger was put back from a copy; <c>since</c> says when.</summary>
    public const string Restored = "restored";

    private const string UserDefined = "userDefined";

    public async Task<LearnedFacts> ReadAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        var refuses = false;
        DateTimeOffset? restoredAt = null;
        var rows = tables.Learned.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            refuses |= row.RowKey == UserDefined;
            if (row.RowKey == Restored)
                restoredAt = row.GetDateTimeOffset("since");
        }

        return new LearnedFacts(refuses, restoredAt);
    }

    public Task RememberRefusalAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken) =>
        RememberAsync(merchantId, UserDefined, at, cancellationToken);

    /// <summary>Notes that the ledger was put back from a copy.</summary>
    public Task RememberRestoredAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken) =>
        RememberAsync(merchantId, Restored, at, cancellationToken);

    private Task RememberAsync(MerchantId merchantId, string fact, DateTimeOffset at, CancellationToken cancellationToken) =>
        tables.Learned.UpsertEntityAsync(
            new TableEntity(merchantId.Text, fact) { ["since"] = at },
            TableUpdateMode.Merge,
            cancellationToken
        );
}
