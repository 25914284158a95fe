using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// Spells table keys. Everything but ASCII letters, digits, point, underscore and hyphen is written as <c>=XX</c> per UTF-8 byte: Azure Tables forbid some characters in keys, and two
/// different invoice numbers must never meet in one key.
/// </summary>
internal static class TableKey
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
    );

    public const string InvoiceRow = "invoice";
    public const string WordPrefix = "word-";

    public static string Invoice(MerchantId merchantId, InvoiceNo invoiceNo) => $"{merchantId}|{Escape(invoiceNo.Text)}";

    /// <summary>Begins the keys of an invoice's operations.</summary>
    public const string FirstOperation = "op-";

    /// <summary>Sorts after all of them: the character after the hyphen.</summary>
    public const string OperationsEnd = "op.";

    public static string Operation(OperationId id) => $"{FirstOperation}{id}";

    public static string Wait(int seq) => string.Create(CultureInfo.InvariantCulture, $"wait-{seq:D10}");

    public static string Reference(string refundReferenceNo) => $"ref-{Escape(refundReferenceNo)}";

    public static string Event(OperationId id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"event-{id}-{number:D4}");

    /// <summary>An event that the merchant is told. Like the audit trail it sorts before <see cref="InvoiceRow"/>, where no reader of the invoice's operations looks.</summary>
    public static string Happened(int order) => string.Create(CultureInfo.InvariantCulture, $"happened-{order:D10}");

    /// <summary>How far the invoice's events were delivered; sorts between them and <see cref="InvoiceRow"/>.</summary>
    public const string DeliveryRow = "hooks";

    public static string Word(string keyHash) => $"{WordPrefix}{keyHash}";

    public static string Outstanding(OperationId id, MerchantId merchantId) => OutstandingShard(Shard(id), merchantId);

    public static string OutstandingShard(int shard, MerchantId merchantId) => $"{ShardPrefix(shard)}{merchantId}";

    public static string ShardPrefix(int shard) => string.Create(CultureInfo.InvariantCulture, $"{shard:D2}|");

    /// <summary>The end of a shard's range: the character after <c>|</c>.</summary>
    public static string ShardEnd(int shard) => string.Create(CultureInfo.InvariantCulture, $"{shard:D2}}}");

    /// <summary>The partition of an invoice's deliveries.</summary>
    public static string Deliveries(MerchantId merchantId, InvoiceNo invoiceNo) =>
        OutstandingShard(SHA256.HashData(Encoding.UTF8.GetBytes(invoiceNo.Text))[0] % ShardCount, merchantId);

    /// <summary>The last byte of a UUIDv7 is random: it spreads operations evenly over the shards.</summary>
    public static int Shard(OperationId id) => Convert.ToInt32(id.ToString()[^2..], 16) % ShardCount;

    public const int ShardCount = 16;

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (Plain.Contains((char)unit))
                result.Append((char)unit);
            else
                result.Append(CultureInfo.InvariantCulture, $"={unit:X2}");
        }

        return result.ToString();
    }

    /// <summary>Lower-case hex SHA-256 of an idempotency key.</summary>
    public static string HashOfKey(string idempotencyKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)));
}
