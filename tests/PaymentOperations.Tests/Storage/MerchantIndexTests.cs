using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Storage;

public sealed class MerchantIndexTests(LedgerStorage storage)
{
    [Fact]
    public async Task an_operation_that_is_there_stays_as_it_is_and_what_comes_with_it_is_written()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        var hint = OperationHint.Of(await sut.RowAsync(id));
        var ended = (await sut.IndexedAsync(id)).ShouldNotBeNull();
        var flag = LookupIndex.RowOf(hint, LookupKey.NeedsReview);

        await sut.Get<MerchantIndex>().WriteAsync([flag, OpenOperations.IndexRowOf(hint)], CancellationToken.None);

        var now = (await sut.IndexedAsync(id)).ShouldNotBeNull();
        now.GetString("status").ShouldBe(nameof(OperationStatus.Succeeded));
        now.ETag.ShouldBe(ended.ETag);
        (await sut.LookupRowsAsync(id)).ShouldContain(row => row.RowKey == flag.RowKey);
    }

    [Fact]
    public async Task what_is_there_is_written_over_beside_what_is_new()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var hint = OperationHint.Of(await sut.RowAsync(id));
        var flag = LookupIndex.RowOf(hint, LookupKey.NeedsReview);
        await sut.Get<MerchantIndex>().WriteAsync([flag], CancellationToken.None);
        var before = (await sut.LookupRowsAsync(id)).Single(row => row.RowKey == flag.RowKey);
        var added = LookupIndex.RowOf(hint, "some|");

        await sut.Get<MerchantIndex>().WriteAsync([added, flag, OpenOperations.IndexRowOf(hint)], CancellationToken.None);

        var rows = await sut.LookupRowsAsync(id);
        rows.ShouldContain(row => row.RowKey == added.RowKey);
        // Whoever forgets a flag that is raised again at that moment sees another version.
        rows.Single(row => row.RowKey == flag.RowKey).ETag.ShouldNotBe(before.ETag);
    }

    [Fact]
    public async Task a_table_that_is_being_deleted_is_not_asked_again_and_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var hint = OperationHint.Of(await sut.RowAsync(id));
        var asked = 0;
        sut.Storage.Before = request =>
        {
            if (request.IsTransactionOn("index") && ++asked < 5)
                throw new TableTransactionFailedException(
                    new RequestFailedException(409, "0:The table is being deleted.", "TableBeingDeleted", null)
                );
        };

        await Should.ThrowAsync<TableTransactionFailedException>(() =>
            sut.Get<MerchantIndex>()
                .WriteAsync([LookupIndex.RowOf(hint, "some|"), OpenOperations.IndexRowOf(hint)], CancellationToken.None)
        );

        asked.ShouldBe(1);
    }

    [Fact]
    public async Task more_rows_than_a_transaction_takes_are_written_and_twins_once()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var hint = OperationHint.Of(await sut.RowAsync(id));
        var rows = Enumerable.Range(0, 230).Select(number => LookupIndex.RowOf(hint, $"some{number:D3}|")).ToList();

        await sut.Get<MerchantIndex>().WriteAsync([.. rows, rows[0]], CancellationToken.None);

        (await sut.LookupRowsAsync(id))
            .Select(row => row.RowKey)
            .ShouldBeSubsetOf([
                .. rows.Select(row => row.RowKey),
                .. LookupKeys.Of(await sut.RowAsync(id)).Select(key => LookupIndex.RowOf(hint, key).RowKey),
            ]);
        (await sut.LookupRowsAsync(id)).Count(row => row.RowKey.StartsWith("some", StringComparison.Ordinal)).ShouldBe(230);
    }

    [Fact]
    public async Task a_pointer_is_written_without_what_cannot_be_had_beside_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Wire.Before = request =>
        {
            if (request.IsTransactionOn("index"))
                throw new IOException("The index takes no transaction.");
        };

        await sut.RunAsync(id);

        var ended = await sut.RowAsync(id);
        ended.Status.ShouldBe(OperationStatus.Succeeded);
        LookupKeys.AreWritten(ended).ShouldBeFalse();
        (await PointersAsync(sut)).ShouldBe(2);
    }

    [Fact]
    public async Task what_cannot_be_had_beside_a_pointer_is_waited_for_once_however_long_that_took()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var slow = sut.Get<EventTimes>().AnnounceWithin + TimeSpan.FromSeconds(1);
        var rounds = 0;
        sut.Storage.Before = request =>
        {
            if (!request.IsTransactionOn("index"))
                return;
            if (++rounds > 3)
                throw new ProcessDiedException();
            sut.Time.Advance(slow);
            throw new RequestFailedException("The index takes no transaction.");
        };

        await sut.RunAsync(id);

        // Once before the end was committed, and once to make up for it afterwards.
        rounds.ShouldBe(2);
        var ended = await sut.RowAsync(id);
        ended.Status.ShouldBe(OperationStatus.Succeeded);
        LookupKeys.AreWritten(ended).ShouldBeFalse();
    }

    [Fact]
    public async Task nothing_ends_whose_event_could_not_be_announced()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Storage.Before = request =>
        {
            if (request.IsAnnouncement())
                throw new IOException("The index is away.");
        };

        await Should.ThrowAsync<Exception>(() => sut.RunAsync(id));
        var before = await sut.RowAsync(id);
        sut.Storage.Before = _ => { };
        await sut.RunForAsync(id, TimeSpan.FromHours(1));

        before.Status.ShouldBe(OperationStatus.Submitting);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
        (await PointersAsync(sut)).ShouldBe(2);
    }

    private static async Task<int> PointersAsync(World sut) =>
        await sut
            .Tables.Index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {sut.Merchant.Id.Text}"))
            .CountAsync(row => row.RowKey.StartsWith(IndexKey.Events, StringComparison.Ordinal));
}
