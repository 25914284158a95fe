using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>
/// Reads what is due in a table of hints whose partitions are spread over shards. Mostly little is, and one question finds all of it. Where it is more than a page, the shards are asked one by one, and so much is taken
/// of each that none keeps the others waiting.
/// </summary>
/// <param name="table">The table; <c>nextCheckAt</c> says when a row is due.</param>
/// <param name="ofShard">The due rows of one shard.</param>
internal sealed class DueRows(TableClient table, Func<int, DateTimeOffset, CancellationToken, AsyncPageable<TableEntity>> ofShard)
{
    /// <summary>So many rows of a shard are read at most.</summary>
    public const int MostOfShard = 500;

    private const int Page = 1_000;
    private int _next;

    /// <summary>The rows that are due at a moment. Whoever breaks off goes on with the next shard when it reads again.</summary>
    public async IAsyncEnumerable<TableEntity> ReadAsync(
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var few = await FewAsync(now, cancellationToken);
        for (var turn = 0; turn < TableKey.ShardCount; turn++)
        {
            var shard = _next;
            _next = (shard + 1) % TableKey.ShardCount;
            var rows = few is null
                ? ofShard(shard, now, cancellationToken)
                : few[TableKey.ShardPrefix(shard)].ToAsyncEnumerable();
            await foreach (var row in rows.Take(MostOfShard).WithCancellation(cancellationToken))
                yield return row;
        }
    }

    /// <summary>All due rows by shard; null where they are more than a page.</summary>
    private async Task<ILookup<string, TableEntity>?> FewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        var pages = table
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"nextCheckAt le {now}"),
                Page,
                cancellationToken: cancellationToken
            )
            .AsPages();
        await foreach (var page in pages)
        {
            rows.AddRange(page.Values);
            if (rows.Count >= Page && page.ContinuationToken is not null)
                return null;
        }

        return rows.ToLookup(row => row.PartitionKey[..Math.Min(row.PartitionKey.Length, TableKey.ShardPrefix(0).Length)]);
    }
}
