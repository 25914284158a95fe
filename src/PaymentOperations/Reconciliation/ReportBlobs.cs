using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using PaymentOperations.Storage;

namespace PaymentOperations.Reconciliation;

/// <summary>
/// The reports: one block blob each, a line of JSON per finding. Each slice stages a block under a name of its own; only blocks that a committed slice names are put together, so that what a worker staged before it
/// died, or after it lost its claim, is never part of a report.
/// </summary>
internal sealed class ReportBlobs(BlobServiceClient service)
{
    private const string MediaType = "application/x-ndjson";
    private BlobContainerClient Container => service.GetBlobContainerClient(StorageLayout.ReconciliationsContainer);

    /// <summary>Stages a slice's lines.</summary>
    /// <returns>The block's id.</returns>
    public async Task<string> StageAsync(
        ReconciliationRow row,
        IReadOnlyList<ReportLine> lines,
        CancellationToken cancellationToken
    )
    {
        // Ids of one blob have one length.
        var blockId = Convert.ToBase64String(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Slice:D8}-{row.ClaimToken}"))
        );
        using var content = new MemoryStream();
        foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(
                content,
                StoredLine.Of(line),
                ReconciliationJson.Default.StoredLine,
                cancellationToken
            );
            content.WriteByte((byte)'\n');
        }

        content.Position = 0;
        await Container.GetBlockBlobClient(row.BlobName).StageBlockAsync(blockId, content, cancellationToken: cancellationToken);
        return blockId;
    }

    /// <summary>Puts the report together. Again it makes the same one.</summary>
    public Task CommitAsync(ReconciliationRow row, IReadOnlyList<string> blocks, CancellationToken cancellationToken) =>
        Container
            .GetBlockBlobClient(row.BlobName)
            .CommitBlockListAsync(
                blocks,
                new CommitBlockListOptions { HttpHeaders = new BlobHttpHeaders { ContentType = MediaType } },
                cancellationToken
            );

    /// <summary>The lines of a report, read as they are taken. Null when it is kept no more.</summary>
    public async Task<IAsyncEnumerable<ReportLine>?> OpenAsync(string blobName, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await Container.GetBlobClient(blobName).OpenReadAsync(cancellationToken: cancellationToken);
            return ReadAsync(stream, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<ReportLine> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize(line, ReconciliationJson.Default.StoredLine)!.ToLine();
    }
}
