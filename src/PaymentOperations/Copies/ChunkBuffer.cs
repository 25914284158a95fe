using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>The chunk that is being filled, packed from the begin: its rows are never held.</summary>
internal sealed class ChunkBuffer : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly GZipStream _packed;
    private readonly StreamWriter _lines;

    public ChunkBuffer()
    {
        _packed = new GZipStream(_bytes, CompressionLevel.Optimal, leaveOpen: true);
        _lines = new StreamWriter(_packed, new UTF8Encoding(false)) { NewLine = "\n" };
    }

    public long Rows { get; private set; }

    public void Add(TableEntity row)
    {
        _lines.WriteLine(RowText.Write(row));
        Rows++;
    }

    /// <summary>The bytes and their SHA-256; nothing can be added any more.</summary>
    public (byte[] Bytes, string Sha256) Close()
    {
        _lines.Dispose();
        var bytes = _bytes.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public void Dispose() => _lines.Dispose();
}
