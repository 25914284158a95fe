using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PaymentOperations.Copies;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Copies;

public sealed class ExportTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_copy_that_is_killed_at_each_of_its_writes_goes_on_and_is_the_same_in_the_end()
    {
        await using var world = await LedgerOfAsync(invoices: 12);
        var whole = await RowsAsync(world, await Copying.ExportAsync(world, rowsPerChunk: 10));
        world.Time.Advance(TimeSpan.FromHours(1));
        var tap = new StorageTap();
        var kills = 0;
        string? name = null;
        while (name is null)
        {
            // Each run may write once more than the one before, and is killed before or after that.
            var (left, isAfter) = (kills, kills % 2 == 0);
            void Kill(Azure.Core.Request request)
            {
                if (
                    request.Method != Azure.Core.RequestMethod.Get
                    && request.Method != Azure.Core.RequestMethod.Head
                    && left-- == 0
                )
                    throw new ProcessDiedException();
            }
            tap.Before = isAfter ? static _ => { } : Kill;
            tap.After = isAfter ? Kill : static _ => { };
            try
            {
                name = (await ExporterWith(world, tap).RunAsync(CancellationToken.None)).Name;
            }
            catch (ProcessDiedException)
            {
                kills++;
            }
        }

        kills.ShouldBeGreaterThan(5);
        var (copy, _) = await Copying.StoreOf(world).ReadManifestAsync(name, CancellationToken.None);
        (await RowsAsync(world, name)).ShouldBe(whole);
        copy.Operations.ShouldBe(12);
        (await new Verifier(Copying.StoreOf(world), static _ => { }).FindAsync(name, CancellationToken.None)).ShouldBeEmpty();
        // What killed runs left behind is gone.
        var blobs = await Copying.ContainerOf(world).GetBlobsAsync().ToListAsync();
        blobs.Count(blob => blob.Name.StartsWith($"exports/{name}/", StringComparison.Ordinal)).ShouldBe(copy.Chunks.Count + 1);
    }

    [Fact]
    public async Task finished_chunks_are_not_read_again()
    {
        await using var world = await LedgerOfAsync(invoices: 12);
        var blobs = new StorageTap();
        var written = 0;
        blobs.After = request =>
        {
            if (request.Uri.Path.Contains("jsonl", StringComparison.Ordinal) && ++written == 3)
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() => ExporterWith(world, blobs).RunAsync(CancellationToken.None));
        var reads = new List<string>();
        var tables = new StorageTap { Before = request => reads.Add(Uri.UnescapeDataString(request.Uri.ToString())) };

        var (_, copy, _) = await ExporterWith(world, new StorageTap(), tables).RunAsync(CancellationToken.None);

        copy.Operations.ShouldBe(12);
        // Two chunks were noted; the third was written and not noted, so that it is read once more.
        reads[0].ShouldContain("PartitionKey gt ");
    }

    [Fact]
    public async Task an_invoice_that_changes_while_it_is_read_is_read_again_until_it_is_whole()
    {
        await using var world = await World.StartAloneAsync(storage);
        world.AddPayment(amount: 100_000m);
        for (var one = 0; one < 350; one++)
            await world.RefundAsync(1m);
        var first = (await world.SnapshotAsync()).Line[0].Id;
        var pages = 0;
        var tables = new StorageTap();
        tables.After = request =>
        {
            // Between the two answers that the invoice comes in, its first refund ends: places in line come last, operations before.
            if (request.Uri.ToString().Contains("operations", StringComparison.Ordinal) && ++pages == 1)
                Task.Run(() => world.RunAsync(first)).GetAwaiter().GetResult();
        };

        var (name, copy, _) = await ExporterWith(world, new StorageTap(), tables).RunAsync(CancellationToken.None);

        pages.ShouldBeGreaterThan(4);
        copy.Doubtful.ShouldBeEmpty();
        copy.Invoices.ShouldBe(1);
        (await new Verifier(Copying.StoreOf(world), static _ => { }).FindAsync(name, CancellationToken.None)).ShouldBeEmpty();
        var rows = (await RowsAsync(world, name)).Where(row => row.Contains(first.ToString(), StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("\"status\":\"Succeeded\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task an_invoice_that_does_not_fit_together_in_the_ledger_itself_is_copied_and_named()
    {
        await using var world = await LedgerOfAsync(invoices: 2);
        var partition = TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1"));
        await world.Tables.Operations.DeleteEntityAsync(partition, TableKey.InvoiceRow);

        var (_, copy, _) = await Copying.ExporterOf(world).RunAsync(CancellationToken.None);

        copy.Doubtful.Single().ShouldContain("no row of its own");
        copy.Operations.ShouldBe(2);
    }

    [Fact]
    public async Task nothing_is_decrypted_and_every_type_of_a_column_comes_back_as_it_was()
    {
        var row = new TableEntity("p|=C3", "r")
        {
            ["text"] = "one\ntwo \"Ω\" \ud83d\ude00",
            ["empty"] = "",
            ["yes"] = true,
            ["int"] = int.MinValue,
            ["long"] = long.MaxValue,
            ["double"] = 0.1,
            ["infinite"] = double.PositiveInfinity,
            ["time"] = new DateTimeOffset(2026, 11, 29, 1, 2, 3, TimeSpan.Zero).AddTicks(1234567),
            ["guid"] = Guid.Parse("0198c000-0000-7000-8000-000000000001"),
            ["bytes"] = new byte[] { 0, 255, 10 },
            ["none"] = null,
        };

        var line = RowText.Write(row);
        var again = RowText.Read(line);

        line.ShouldNotContain('\n');
        foreach (var (column, value) in RowText.Columns(row))
            again[column].ShouldBe(value, column);
        RowText.Columns(again).Count().ShouldBe(10);
        RowText.Write(again).ShouldBe(line);

        await using var world = await World.StartAloneAsync(storage);
        world.AddPayment();
        var sealedBank = await world.Get<LedgerSeal>().SealAsync("bank account", "x", "4111"u8.ToArray(), CancellationToken.None);
        await world.Tables.Quarantine.AddEntityAsync(new TableEntity("q", "1") { ["bank"] = sealedBank.Sealed });
        (await RowsAsync(world, await Copying.ExportAsync(world))).Single().ShouldContain(sealedBank.Sealed);
    }

    private async Task<World> LedgerOfAsync(int invoices)
    {
        var world = await World.StartAloneAsync(storage);
        for (var one = 1; one <= invoices; one++)
        {
            world.AddPayment($"INV-{one}");
            var id = await world.RefundAsync(10m, $"INV-{one}");
            if (one % 2 == 0)
                await world.RunAsync(id, $"INV-{one}");
        }
        return world;
    }

    private static Exporter ExporterWith(World world, StorageTap blobs, StorageTap? tables = null)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(blobs, Azure.Core.HttpPipelinePosition.PerCall);
        var tableOptions = new TableClientOptions();
        tableOptions.AddPolicy(tables ?? new StorageTap(), Azure.Core.HttpPipelinePosition.PerCall);
        return new Exporter(
            new TableServiceClient(world.Connection, tableOptions),
            new CopyStore(new BlobServiceClient(world.Connection, options).GetBlobContainerClient("ledger-copies")),
            world.Time,
            static _ => { }
        )
        {
            RowsPerChunk = 10,
        };
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(World world, string name)
    {
        var store = Copying.StoreOf(world);
        var (copy, _) = await store.ReadManifestAsync(name, CancellationToken.None);
        List<string> rows = [];
        foreach (var chunk in copy.Chunks)
        {
            await foreach (var row in store.ReadAsync(name, chunk, CancellationToken.None))
                rows.Add(RowText.Write(row));
        }
        return rows;
    }
}
