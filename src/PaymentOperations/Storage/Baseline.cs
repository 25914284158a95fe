using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PaymentOperations.Storage;

/// <summary>
/// The references that 2C2P listed before the first attempt. Only hashes of eight bytes are kept, so that an invoice of ten thousand refunds fits into a row; that two references of an invoice share one is one
/// chance in a million million.
/// </summary>
internal sealed class Baseline
{
    private readonly HashSet<ulong> _hashes;

    private Baseline(HashSet<ulong> hashes) => _hashes = hashes;

    /// <summary>How many references were listed.</summary>
    public int Count => _hashes.Count;

    /// <summary>The hashes, in order.</summary>
    public IEnumerable<ulong> Hashes => _hashes.Order();

    public static Baseline Of(IEnumerable<string> references) => new([.. references.Select(HashOf)]);

    public static Baseline OfHashes(IEnumerable<ulong> hashes) => new([.. hashes]);

    /// <summary>The same, with these references too.</summary>
    public Baseline With(IEnumerable<string> references) => new([.. _hashes, .. references.Select(HashOf)]);

    public bool Contains(string? reference) => reference is not null && _hashes.Contains(HashOf(reference));

    private static ulong HashOf(string reference) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));
}
