using Azure;
using Azure.Data.Tables;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Cases;

/// <summary>Hints that are lost, older copies of tables, and rows that another version or nobody can read.</summary>
public sealed class HintCases(LedgerStorage storage)
{
    [Fact]
    [Case(17)]
    public async Task an_open_operation_without_its_days_row_is_found_and_takes_its_callbacks()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await sut.Tables.Index.DeleteEntityAsync(sut.Merchant.Id.Text, IndexKey.Operation(id));

        var found = await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None);
        var stored = await sut.CallbackAsync(id.ToString(), CaseWorld.Says("RF"));

        found.ShouldNotBeNull().Id.ShouldBe(id);
        stored.ShouldBe(NotificationResult.Stored);
    }

    [Fact]
    [Case(17)]
    public async Task an_open_operation_that_no_hint_points_to_any_more_is_looked_after_again()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await sut.Tables.Outstanding.DeleteEntityAsync(TableKey.Outstanding(id, sut.Merchant.Id), id.ToString());
        sut.Time.Advance(TimeSpan.FromMinutes(11));

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        (await sut.OutstandingAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    [Case(18)]
    public async Task a_column_that_this_version_does_not_know_survives_every_write()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var partition = TableKey.Invoice(sut.Merchant.Id, InvoiceNo.Parse("INV-1"));
        foreach (var key in new[] { TableKey.Operation(id), TableKey.InvoiceRow })
            await sut.Tables.Operations.UpdateEntityAsync(
                new TableEntity(partition, key) { ["fromTheFuture"] = "kept" },
                ETag.All,
                TableUpdateMode.Merge
            );

        await sut.RunAsync(id);
        await sut.RefundAsync();

        foreach (var key in new[] { TableKey.Operation(id), TableKey.InvoiceRow })
        {
            var row = await sut.Tables.Operations.GetEntityAsync<TableEntity>(partition, key);
            row.Value.GetString("fromTheFuture").ShouldBe("kept");
        }
    }

    [Fact]
    [Case(19)]
    public async Task a_message_of_a_kind_that_this_version_does_not_know_is_left_alone()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.Tables.Inbox.AddEntityAsync(
            new TableEntity(id.ToString(), "hash")
            {
                ["kind"] = "FromTheFuture",
                ["at"] = sut.Time.GetUtcNow(),
                ["answer"] = "{}",
            }
        );

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        var row = await sut.Tables.Inbox.GetEntityAsync<TableEntity>(id.ToString(), "hash");
        row.Value.ContainsKey("appliedAt").ShouldBeFalse();
    }

    [Theory]
    [Case(20)]
    [InlineData("invoiceNo", null)]
    [InlineData("invoiceNo", "")]
    [InlineData("kind", "Nothing")]
    [InlineData("kind", null)]
    public async Task one_row_that_cannot_be_read_keeps_the_sweep_from_no_other(string column, string? value)
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        List<OperationId> good = [await sut.RefundAsync(1m), await sut.RefundAsync(1m), await sut.RefundAsync(1m)];
        foreach (var shard in Enumerable.Range(0, TableKey.ShardCount))
        {
            var broken = new TableEntity(TableKey.OutstandingShard(shard, sut.Merchant.Id), OperationId.New(sut.Time).ToString())
            {
                ["merchantId"] = sut.Merchant.Id.Text,
                ["invoiceNo"] = "INV-1",
                ["kind"] = "Refund",
                ["nextCheckAt"] = sut.Time.GetUtcNow(),
            };
            broken[column] = value;
            await sut.Tables.Outstanding.AddEntityAsync(broken);
        }
        sut.Time.Advance(sut.Times.FirstCheck);
        var before = sut.Pointers.Count;

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        sut.Pointers.Skip(before)
            .Select(pointer => pointer.Message.OperationId)
            .ShouldBe(good.Select(id => id.ToString()), ignoreOrder: true);
    }

    [Fact]
    [Case(20)]
    public async Task a_row_without_the_time_of_its_next_look_is_made_due()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = (await sut.OutstandingAsync(id)).ShouldNotBeNull();
        row.Remove("nextCheckAt");
        await sut.Tables.Outstanding.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        sut.Pointers.Count.ShouldBe(2);
    }

    [Fact]
    [Case(25)]
    public async Task an_operation_that_a_restored_ledger_does_not_know_is_not_abandoned()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync(CaseWorld.Amount);
        await sut.RunAsync(id);
        await foreach (var row in sut.Tables.Operations.QueryAsync<TableEntity>())
            await sut.Tables.Operations.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        sut.Time.Advance(TimeSpan.FromHours(2));

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        (await sut.OutstandingAsync(id)).ShouldNotBeNull().GetString("status").ShouldBe(nameof(OperationStatus.Pending));
        (await sut.IndexedAsync(id)).ShouldNotBeNull();
        (await sut.Ledger.FindAsync(sut.Merchant.Id, InvoiceNo.Parse("INV-1"), id, CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [Case(25)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_operation_that_a_restored_ledger_knows_as_accepted_is_not_sent_again(bool echoes)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync(CaseWorld.Amount);
        var old = await CopyAsync(sut);
        await sut.RunAsync(id);
        await RestoreAsync(sut, old);
        sut.Gateway.Echoes = echoes;

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        sut.Gateway.Sent.Count.ShouldBe(1);
        (row.NeedsReview || row.Status == OperationStatus.Succeeded).ShouldBeTrue();
    }

    [Fact]
    [Case(25)]
    public async Task an_operation_of_a_restored_ledger_that_waits_behind_another_keeps_what_its_hint_knew()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = false;
        var first = await sut.RefundAsync(CaseWorld.Amount);
        var second = await sut.RefundAsync(CaseWorld.Amount);
        var old = await CopyAsync(sut);
        await sut.RunAsync(first);
        await sut.RunAsync(second);
        await RestoreAsync(sut, old);
        await sut.RunAsync(first);
        sut.Time.Advance(TimeSpan.FromMinutes(16));

        await sut.RunAsync(second);

        (await sut.RowAsync(second)).ShouldSatisfyAllConditions(
            row => row.ReviewReason.ShouldNotBeNull().ShouldContain("waits behind"),
            row => row.IsHinted.ShouldBeTrue()
        );
    }

    [Theory]
    [Case(25)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_key_that_a_restored_table_does_not_know_pays_nothing_twice(bool echoes)
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        sut.Gateway.Echoes = echoes;
        var command = sut.Command(amount: CaseWorld.Amount, key: "the same");
        var first = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;
        await sut.RunAsync(first);
        await foreach (
            var key in sut.Tables.Keys.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(sut.Merchant.Id.Text) >= 0)
        )
        {
            if (key.PartitionKey.StartsWith($"{sut.Merchant.Id}|", StringComparison.Ordinal))
                await sut.Tables.Keys.DeleteEntityAsync(key.PartitionKey, key.RowKey, ETag.All);
        }
        var second = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;

        var row = await sut.RunForAsync(second, TimeSpan.FromHours(3));

        second.ShouldNotBe(first);
        sut.ShouldBeAPersons(row);
    }

    private static async Task<IReadOnlyList<TableEntity>> CopyAsync(World world)
    {
        var partition = TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1"));
        return await world
            .Tables.Operations.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"))
            .ToListAsync();
    }

    private static async Task RestoreAsync(World world, IReadOnlyList<TableEntity> copy)
    {
        foreach (var row in await CopyAsync(world))
            await world.Tables.Operations.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        foreach (var row in copy)
            await world.Tables.Operations.AddEntityAsync(row);
    }
}
