using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PaymentOperations.Copies;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Copies;

/// <summary>Copies of a world's ledger, as the command makes them.</summary>
internal static class Copying
{
    public static CopyStore StoreOf(World world) => new(ContainerOf(world));

    public static BlobContainerClient ContainerOf(World world) =>
        new BlobServiceClient(world.Connection).GetBlobContainerClient("ledger-copies");

    public static async Task<string> ExportAsync(World world, int rowsPerChunk = 50) =>
        (await ExporterOf(world, rowsPerChunk).RunAsync(CancellationToken.None)).Name;

    public static Exporter ExporterOf(World world, int rowsPerChunk = 50) =>
        new(new TableServiceClient(world.Connection), StoreOf(world), world.Time, static _ => { })
        {
            RowsPerChunk = rowsPerChunk,
        };

    /// <summary>Puts a copy of one world's ledger into another's account.</summary>
    public static Task<ImportMark> ImportAsync(World from, string copy, World into) =>
        new Importer(new TableServiceClient(into.Connection), StoreOf(from), into.Time, static _ => { }).RunAsync(
            copy,
            [],
            CancellationToken.None
        );
}
