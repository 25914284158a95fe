using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PaymentOperations.Copies;

/// <summary>Copies in a container of blobs: <c>exports/{yyyyMMddTHHmmssZ}/…</c>.</summary>
internal sealed class CopyStore(BlobContainerClient container)
{
    private const string Root = "exports/";
    private const string State = "state.json";
    private const string Manifest = "manifest.json";

    /// <summary>The name of a copy that begins now.</summary>
    public static string NameOf(DateTimeOffset startedAt) =>
        startedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public Task CreateAsync(CancellationToken cancellationToken) =>
        container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <summary>The newest copy that is done (or is not done yet), or null.</summary>
    public async Task<string?> NewestAsync(bool isDone, CancellationToken cancellationToken)
    {
        if (!await container.ExistsAsync(cancellationToken))
            return null;
        string? newest = null;
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Root, cancellationToken);
        await foreach (var blob in blobs)
        {
            if (blob.Name.EndsWith($"/{(isDone ? Manifest : State)}", StringComparison.Ordinal))
                newest = blob.Name.Split('/')[1];
        }
        return newest;
    }

    /// <summary>How far a copy is that is being made.</summary>
    public async Task<(LedgerCopy Copy, ETag Version)> ReadStateAsync(string name, CancellationToken cancellationToken)
    {
        var blob = await Blob(name, State).DownloadContentAsync(cancellationToken);
        return (Parse(blob.Value.Content, State), blob.Value.Details.ETag);
    }

    /// <summary>Notes how far the copy is.</summary>
    /// <exception cref="CopyException">Somebody else makes the same copy.</exception>
    public async Task<ETag> WriteStateAsync(string name, LedgerCopy copy, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            var written = await Blob(name, State)
                .UploadAsync(
                    Text(copy),
                    new BlobUploadOptions
                    {
                        Conditions = version is { } known
                            ? new BlobRequestConditions { IfMatch = known }
                            : new BlobRequestConditions { IfNoneMatch = ETag.All },
                    },
                    cancellationToken
                );
            return written.Value.ETag;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed)
        {
            throw new CopyException($"Another export is at work on the copy {name}. Let it end.");
        }
    }

    /// <summary>Declares the copy done, and takes away what does not belong to it.</summary>
    /// <returns>The manifest's SHA-256.</returns>
    public async Task<string> FinishAsync(string name, LedgerCopy copy, CancellationToken cancellationToken)
    {
        var manifest = Text(copy);
        await Blob(name, Manifest).UploadAsync(manifest, overwrite: true, cancellationToken);
        var belongs = copy.Chunks.Select(chunk => chunk.Name).Append(Manifest).ToHashSet(StringComparer.Ordinal);
        var prefix = $"{Root}{name}/";
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await foreach (var blob in blobs)
        {
            if (!belongs.Contains(blob.Name[prefix.Length..]))
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
        return Sha256(manifest);
    }

    /// <summary>What a finished copy consists of, and the manifest's SHA-256.</summary>
    /// <exception cref="CopyException">There is no such copy, or its manifest cannot be read.</exception>
    public async Task<(LedgerCopy Copy, string Sha256)> ReadManifestAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await Blob(name, Manifest).DownloadContentAsync(cancellationToken);
            var copy = Parse(blob.Value.Content, Manifest);
            return copy.Layout == LedgerCopy.CurrentLayout
                ? (copy, Sha256(blob.Value.Content))
                : throw new CopyException(
                    $"The copy {name} has the layout {copy.Layout}; this version reads {LedgerCopy.CurrentLayout}. Use the version that made it."
                );
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            throw new CopyException($"There is no finished copy {name} in the container {container.Name}.");
        }
    }

    public async Task<CopyChunk> WriteAsync(
        string name,
        string table,
        int number,
        ChunkBuffer chunk,
        CancellationToken cancellationToken
    )
    {
        var rows = chunk.Rows;
        var (bytes, sha256) = chunk.Close();
        // Each try has a name of its own: a second export that is at work by mistake cannot write over this one's.
        var blob = string.Create(
            CultureInfo.InvariantCulture,
            $"{table}-{number:D6}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.jsonl.gz"
        );
        await Blob(name, blob).UploadAsync(new BinaryData(bytes), overwrite: false, cancellationToken);
        return new CopyChunk(blob, table, rows, bytes.Length, sha256);
    }

    /// <summary>The rows of a chunk, after its hash was checked.</summary>
    /// <exception cref="CopyException">It is not there, or not what was written.</exception>
    public async IAsyncEnumerable<TableEntity> ReadAsync(
        string name,
        CopyChunk chunk,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var bytes = await BytesAsync(name, chunk, cancellationToken);
        await using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        long rows = 0;
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            rows++;
            yield return Row(chunk, line, rows);
        }
        if (rows != chunk.Rows)
            throw new CopyException($"{chunk.Name} has {rows} rows, and the manifest says {chunk.Rows}.");
    }

    private static TableEntity Row(CopyChunk chunk, string line, long number)
    {
        try
        {
            return RowText.Read(line);
        }
        catch (JsonException)
        {
            throw new CopyException($"Line {number} of {chunk.Name} is no row.");
        }
    }

    private async Task<byte[]> BytesAsync(string name, CopyChunk chunk, CancellationToken cancellationToken)
    {
        BinaryData content;
        try
        {
            content = (await Blob(name, chunk.Name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
        {
            throw new CopyException($"{chunk.Name} is missing.");
        }
        return Sha256(content) == chunk.Sha256
            ? content.ToArray()
            : throw new CopyException($"{chunk.Name} is not what was written: its SHA-256 differs from the manifest's.");
    }

    private BlobClient Blob(string copy, string blob) => container.GetBlobClient($"{Root}{copy}/{blob}");

    private static BinaryData Text(LedgerCopy copy) =>
        new(JsonSerializer.SerializeToUtf8Bytes(copy, CopyJson.Default.LedgerCopy));

    private static LedgerCopy Parse(BinaryData content, string blob)
    {
        try
        {
            return JsonSerializer.Deserialize(content, CopyJson.Default.LedgerCopy)
                ?? throw new CopyException($"{blob} is empty.");
        }
        catch (JsonException)
        {
            throw new CopyException($"{blob} cannot be read.");
        }
    }

    private static string Sha256(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
