using System.Collections.Concurrent;
using Azure.Data.Tables;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Keeps what was learned about gateways (table <c>learned</c>), in the table and for a minute in this process: a fact that is known late costs one question to 2C2P more.</summary>
internal sealed class GatewayMemory(LedgerTables tables, TimeProvider time)
{
    private const string UserDefined = "userDefined";
    private static readonly TimeSpan Keeps = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<MerchantId, (LearnedFacts Facts, DateTimeOffset At)> _read = new();

    public async Task<LearnedFacts> ReadAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_read.TryGetValue(merchantId, out var read) && now - read.At < Keeps)
            return read.Facts;

        var refuses = false;
        var rows = tables.Learned.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text}"),
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
            refuses |= row.RowKey == UserDefined;

        return (_read[merchantId] = (new LearnedFacts(refuses), now)).Facts;
    }

    public async Task RememberRefusalAsync(MerchantId merchantId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await tables.Learned.UpsertEntityAsync(
            new TableEntity(merchantId.Text, UserDefined) { ["since"] = at },
            TableUpdateMode.Merge,
            cancellationToken
        );
        _read[merchantId] = (new LearnedFacts(RefusesUserDefined: true), at);
    }
}
