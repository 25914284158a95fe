using Azure.Core;
using Azure.Data.Tables;
using PaymentOperations.Copies;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Copies;

public sealed class ImportTests(LedgerStorage storage)
{
    [Fact]
    public async Task an_import_that_is_killed_at_each_of_its_writes_goes_on_and_is_the_same_in_the_end()
    {
        await using var world = await LedgerAsync();
        var copy = await Copying.ExportAsync(world, rowsPerChunk: 10);
        await using var whole = await World.StartElsewhereAsync(storage, world);
        await Copying.ImportAsync(world, copy, whole);
        await using var sut = await World.StartElsewhereAsync(storage, world);
        var (kills, isDone) = (0, false);
        while (!isDone)
        {
            // Each run may write once more than the one before.
            var left = kills;
            void Kill(Request request)
            {
                if (request.Method != RequestMethod.Get && left-- == 0)
                    throw new ProcessDiedException();
            }
            var tap = kills % 2 == 0 ? new StorageTap { Before = Kill } : new StorageTap { After = Kill };
            try
            {
                await ImporterOf(world, sut, tap).RunAsync(copy, [], CancellationToken.None);
                isDone = true;
            }
            catch (ProcessDiedException)
            {
                kills++;
            }
        }

        kills.ShouldBeGreaterThan(10);
        foreach (var table in StorageLayout.Tables)
            (await RowsAsync(sut, table)).ShouldBe(await RowsAsync(whole, table), table);
    }

    [Fact]
    public async Task a_ledger_that_has_rows_is_left_alone()
    {
        await using var world = await LedgerAsync();
        var copy = await Copying.ExportAsync(world);
        await using var sut = await World.StartElsewhereAsync(storage, world);
        sut.AddPayment("INV-9");
        await sut.RefundAsync(1m, "INV-9");
        var before = await RowsAsync(sut, "operations");

        var refusal = await Should.ThrowAsync<CopyException>(() => Copying.ImportAsync(world, copy, sut));
        var same = await Should.ThrowAsync<CopyException>(() => Copying.ImportAsync(world, copy, world));

        refusal.Message.ShouldContain("has rows");
        same.Message.ShouldContain("has rows");
        (await RowsAsync(sut, "operations")).ShouldBe(before);
    }

    [Fact]
    public async Task a_row_that_an_app_wrote_meanwhile_is_never_overwritten()
    {
        await using var world = await LedgerAsync();
        var copy = await Copying.ExportAsync(world);
        await using var sut = await World.StartElsewhereAsync(storage, world);
        var newer = new TableEntity(TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1")), TableKey.InvoiceRow)
        {
            ["reserved"] = 7L,
        };
        // An import has begun, and died before its first row.
        var tap = new StorageTap
        {
            After = static request =>
            {
                if (request.Method == RequestMethod.Post && !request.Uri.Path.EndsWith("Tables", StringComparison.Ordinal))
                    throw new ProcessDiedException();
            },
        };
        await Should.ThrowAsync<ProcessDiedException>(() =>
            ImporterOf(world, sut, tap).RunAsync(copy, [], CancellationToken.None)
        );
        await sut.Tables.Operations.AddEntityAsync(newer);

        var refusal = await Should.ThrowAsync<CopyException>(() => Copying.ImportAsync(world, copy, sut));

        refusal.Message.ShouldContain("Nothing is overwritten");
        var row = await sut.Tables.Operations.GetEntityAsync<TableEntity>(newer.PartitionKey, newer.RowKey);
        row.Value.GetInt64("reserved").ShouldBe(7);
    }

    [Fact]
    public async Task another_copy_is_not_put_over_the_first_and_the_same_one_is_put_back_once()
    {
        await using var world = await LedgerAsync();
        var copy = await Copying.ExportAsync(world);
        world.Time.Advance(TimeSpan.FromHours(1));
        var other = await Copying.ExportAsync(world);
        await using var sut = await World.StartElsewhereAsync(storage, world);
        await Copying.ImportAsync(world, copy, sut);
        var first = (await sut.SnapshotAsync()).Operations[0].Id;
        await sut.RunWhenDueAsync(first);
        var before = await RowsAsync(sut, "operations");

        await Copying.ImportAsync(world, copy, sut);
        var refusal = await Should.ThrowAsync<CopyException>(() => Copying.ImportAsync(world, other, sut));

        refusal.Message.ShouldContain(copy);
        (await RowsAsync(sut, "operations")).ShouldBe(before);
    }

    [Fact]
    public async Task a_damaged_copy_is_refused_before_anything_is_written()
    {
        await using var world = await LedgerAsync();
        var name = await Copying.ExportAsync(world, rowsPerChunk: 10);
        var (copy, _) = await Copying.StoreOf(world).ReadManifestAsync(name, CancellationToken.None);
        await Copying.ContainerOf(world).DeleteBlobAsync($"exports/{name}/{copy.Chunks[^1].Name}");
        await using var sut = await World.StartElsewhereAsync(storage, world);

        var refusal = await Should.ThrowAsync<CopyException>(() => Copying.ImportAsync(world, name, sut));

        refusal.Message.ShouldContain("missing");
        foreach (var table in StorageLayout.Tables)
            (await RowsAsync(sut, table)).ShouldBeEmpty(table);
    }

    [Fact]
    public async Task what_was_open_is_asked_about_what_has_ended_is_as_it_was_and_keys_still_name_their_operations()
    {
        await using var world = await LedgerAsync();
        // In the order of the line: ids of one moment have none.
        var ids = (await world.SnapshotAsync()).Operations.OrderBy(row => row.Seq).Select(row => row.Id).ToList();
        var command = world.Command(OperationKind.Refund, 3m, "INV-3", "kept");
        world.AddPayment("INV-3");
        var kept = (await world.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>().Operation.Id;
        await world.RunAsync(kept, "INV-3");
        var copy = await Copying.ExportAsync(world);
        await using var sut = await World.StartElsewhereAsync(storage, world);

        await Copying.ImportAsync(world, copy, sut);

        var rows = (await sut.SnapshotAsync()).Operations.ToDictionary(row => row.Id);
        rows[ids[0]].Status.ShouldBe(OperationStatus.Succeeded);
        RowText
            .Write(OperationRowMapper.ToEntity(rows[ids[0]]))
            .ShouldBe(RowText.Write(OperationRowMapper.ToEntity(await world.RowAsync(ids[0]))));
        rows[ids[1]].Status.ShouldBe(OperationStatus.Unknown);
        rows[ids[1]].RestoredAt.ShouldNotBeNull();
        (await sut.RulesAsync(ids[1])).ShouldBe(["T1", "T21"]);
        (await sut.OutstandingAsync(ids[1]))!.GetString("status").ShouldBe("Unknown");
        (await sut.Get<GatewayMemory>().ReadAsync(sut.Merchant.Id, CancellationToken.None)).RestoredAt.ShouldNotBeNull();
        var again = (await sut.AcceptAsync(command)).ShouldBeOfType<AcceptResult.Accepted>();
        (again.Operation.Id, again.Replayed).ShouldBe((kept, true));
    }

    private async Task<World> LedgerAsync()
    {
        var world = await World.StartAloneAsync(storage);
        world.AddPayment();
        world.AddPayment("INV-2");
        await world.RunAsync(await world.RefundAsync());
        await world.RefundAsync(5m);
        await world.RunAsync(await world.RefundAsync(5m, "INV-2"), "INV-2");
        return world;
    }

    private static Importer ImporterOf(World from, World into, StorageTap tap)
    {
        var options = new TableClientOptions();
        options.AddPolicy(tap, HttpPipelinePosition.PerCall);
        return new Importer(new TableServiceClient(into.Connection, options), Copying.StoreOf(from), into.Time, static _ => { });
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(World world, string table) =>
        await new TableServiceClient(world.Connection)
            .GetTableClient(table)
            .QueryAsync<TableEntity>()
            .Where(row => row.PartitionKey != ImportMark.Partition)
            .Select(RowText.Write)
            .ToListAsync();
}
