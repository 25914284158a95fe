using Azure.Data.Tables;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Keeps what was learned about gateways (table <c>learned</c>).</summary>
internal sealed class GatewayMemory(LedgerTables tables)
{
    private const string UserDefined = "userDefined";

    public async Task<LearnedFacts> ReadAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        var refuses = false;
        var rows = tables.Learned.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
            refuses |= row.RowKey == UserDefined;

        return new LearnedFacts(refuses);
    }

    public Task RememberRefusalAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken) =>
        RememberAsync(merchantId, UserDefined, at, cancellationToken);

    private Task RememberAsync(MerchantId merchantId, string fact, DateTimeOffset at, CancellationToken cancellationToken) =>
        tables.Learned.UpsertEntityAsync(
            new TableEntity(merchantId.Text, fact) { ["since"] = at },
            TableUpdateMode.Merge,
            cancellationToken
        );
}
