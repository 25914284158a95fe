using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PaymentOperations.Copies;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Copies;

public sealed class VerifyTests(LedgerStorage storage)
{
    [Fact]
    public async Task a_flipped_bit_in_any_chunk_is_found()
    {
        await using var world = await LedgerAsync();
        var name = await Copying.ExportAsync(world, rowsPerChunk: 5);
        var (copy, _) = await Copying.StoreOf(world).ReadManifestAsync(name, CancellationToken.None);

        foreach (var chunk in copy.Chunks)
        {
            var blob = BlobOf(world, name, chunk.Name);
            var bytes = (await blob.DownloadContentAsync()).Value.Content.ToArray();
            bytes[bytes.Length / 2] ^= 1;
            await blob.UploadAsync(new BinaryData(bytes), overwrite: true);

            (await FindAsync(world, name)).ShouldContain(finding => finding.Contains(chunk.Name, StringComparison.Ordinal));

            bytes[bytes.Length / 2] ^= 1;
            await blob.UploadAsync(new BinaryData(bytes), overwrite: true);
        }
        (await FindAsync(world, name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_missing_chunk_is_found()
    {
        await using var world = await LedgerAsync();
        var name = await Copying.ExportAsync(world, rowsPerChunk: 5);
        var (copy, _) = await Copying.StoreOf(world).ReadManifestAsync(name, CancellationToken.None);
        await BlobOf(world, name, copy.Chunks[1].Name).DeleteAsync();

        (await FindAsync(world, name)).ShouldContain($"{copy.Chunks[1].Name} is missing.");
    }

    [Theory]
    [InlineData("invoice", "no row of its own")]
    [InlineData("event-", "events")]
    [InlineData("wait-", "line")]
    [InlineData("op-", "not there")]
    [InlineData("ref-", "does not own")]
    public async Task a_row_that_is_missing_is_found_even_where_somebody_made_the_hashes_fit(string prefix, string words)
    {
        await using var world = await LedgerAsync();
        var name = await Copying.ExportAsync(world);
        var store = Copying.StoreOf(world);
        var (copy, _) = await store.ReadManifestAsync(name, CancellationToken.None);
        var chunk = copy.Chunks[0];
        var rows = await store.ReadAsync(name, chunk, CancellationToken.None).ToListAsync();
        rows.Remove(rows.First(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)));
        var bytes = Packed(rows);
        await BlobOf(world, name, chunk.Name).UploadAsync(new BinaryData(bytes), overwrite: true);
        var forged = chunk with
        {
            Rows = rows.Count,
            Bytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
        await BlobOf(world, name, "manifest.json")
            .UploadAsync(
                new BinaryData(
                    JsonSerializer.SerializeToUtf8Bytes(
                        copy with
                        {
                            Chunks = [forged, .. copy.Chunks.Skip(1)],
                        },
                        CopyJson.Default.LedgerCopy
                    )
                ),
                overwrite: true
            );

        (await FindAsync(world, name)).ShouldContain(finding => finding.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_ledger_as_it_is_now_is_held_against_the_copy()
    {
        await using var world = await LedgerAsync();
        var name = await Copying.ExportAsync(world);
        var verifier = new Verifier(Copying.StoreOf(world), static _ => { });
        var tables = new TableServiceClient(world.Connection);

        var before = await verifier.CompareAsync(name, tables, CancellationToken.None);
        var open = (await world.SnapshotAsync("INV-2")).Line[0].Id;
        await world.RunAsync(open, "INV-2");
        var after = await verifier.CompareAsync(name, tables, CancellationToken.None);

        before.ShouldAllBe(one => !one.Any);
        before.Sum(one => one.Same).ShouldBeGreaterThan(20);
        var operations = after.Single(one => one.Table == "operations");
        operations.Changed.ShouldBe(2);
        operations.OnlyCopied.ShouldBe(1);
        operations.OnlyLive.ShouldBeGreaterThan(2);
    }

    private async Task<World> LedgerAsync()
    {
        var world = await World.StartAloneAsync(storage);
        world.AddPayment();
        world.AddPayment("INV-2");
        await world.RunAsync(await world.RefundAsync());
        await world.RefundAsync(5m, "INV-2");
        return world;
    }

    private static Task<IReadOnlyList<string>> FindAsync(World world, string name) =>
        new Verifier(Copying.StoreOf(world), static _ => { }).FindAsync(name, CancellationToken.None);

    private static BlobClient BlobOf(World world, string copy, string name) =>
        Copying.ContainerOf(world).GetBlobClient($"exports/{copy}/{name}");

    private static byte[] Packed(IEnumerable<TableEntity> rows)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => $"{RowText.Write(row)}\n"))));
        return bytes.ToArray();
    }
}
