using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Storage;

public sealed class DueRowsTests(LedgerStorage storage)
{
    [Fact]
    public async Task what_is_due_in_all_shards_is_read_with_one_request()
    {
        await using var sut = await World.StartAloneAsync(storage);
        for (var shard = 0; shard < TableKey.ShardCount; shard++)
            await AddAsync(sut, shard, 2);
        var requests = new CountedRequests(sut);

        var rows = await RowsOf(sut).ReadAsync(sut.Time.GetUtcNow(), CancellationToken.None).ToListAsync();

        rows.Count.ShouldBe(2 * TableKey.ShardCount);
        requests.Take().ShouldBe(["query outstanding"]);
    }

    [Fact]
    public async Task a_shard_that_is_full_does_not_keep_the_others_waiting()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await AddAsync(sut, 0, 1_100);
        await AddAsync(sut, 15, 3);

        var rows = await RowsOf(sut).ReadAsync(sut.Time.GetUtcNow(), CancellationToken.None).ToListAsync();

        Shards(rows).ShouldBe([("00", DueRows.MostOfShard), ("15", 3)]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_100)]
    public async Task whoever_breaks_off_goes_on_with_the_next_shard(int ofTheFirst)
    {
        await using var sut = await World.StartAloneAsync(storage);
        await AddAsync(sut, 0, ofTheFirst);
        await AddAsync(sut, 1, 2);
        var due = RowsOf(sut);

        await due.ReadAsync(sut.Time.GetUtcNow(), CancellationToken.None).Take(1).ToListAsync();
        var rows = await due.ReadAsync(sut.Time.GetUtcNow(), CancellationToken.None).ToListAsync();

        Shards(rows).ShouldBe([("01", 2), ("00", Math.Min(ofTheFirst, DueRows.MostOfShard))]);
    }

    private static DueRows RowsOf(World sut) => new(sut.Tables.Outstanding, sut.Get<OpenOperations>().Due);

    private static IEnumerable<(string Shard, int Count)> Shards(IEnumerable<TableEntity> rows) =>
        rows.GroupBy(row => row.PartitionKey[..2]).Select(shard => (shard.Key, shard.Count()));

    private static async Task AddAsync(World sut, int shard, int count)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(100))
            await sut.Tables.Outstanding.SubmitTransactionAsync(
                some.Select(_ => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity(TableKey.OutstandingShard(shard, sut.Merchant.Id), OperationId.New(sut.Time).ToString())
                    {
                        ["nextCheckAt"] = sut.Time.GetUtcNow(),
                    }
                ))
            );
    }
}
