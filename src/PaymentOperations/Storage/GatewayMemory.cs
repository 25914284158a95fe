using Azure.Data.Tables;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Keeps what was learned about gateways (table <c>learned</c>).</summary>
internal sealed class GatewayMemory(LedgerTables tables)
{
    private const string UserDefined = "userDefined";
    private const string Echo = "echo";

    public async Task<LearnedFacts> ReadAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        var (refuses, echoes) = (false, false);
        var rows = tables.Learned.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            refuses |= row.RowKey == UserDefined;
            echoes |= row.RowKey == Echo;
        }

        return new LearnedFacts(refuses, echoes);
    }

    public Task RememberRefusalAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken) =>
        RememberAsync(merchantId, UserDefined, at, cancellationToken);

    public Task RememberEchoAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken) =>
        RememberAsync(merchantId, Echo, at, cancellationToken);

    private Task RememberAsync(MerchantId merchantId, string fact, DateTimeOffset at, CancellationToken cancellationToken) =>
        tables.Learned.UpsertEntityAsync(
            new TableEntity(merchantId.Text, fact) { ["since"] = at },
            TableUpdateMode.Merge,
            cancellationToken
        );
}
