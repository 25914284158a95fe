using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>By what an operation is found, as prefixes of row keys of the table <c>index</c>.</summary>
internal static class LookupKeys
{
    private const int NameLength = 8;

    /// <summary>What is known of an operation before it is accepted.</summary>
    public static IReadOnlyList<string> OfRequest(
        MerchantId merchantId,
        InvoiceNo invoiceNo,
        Money? amount,
        IReadOnlyDictionary<string, string> metadata
    ) =>
        [
            LookupKey.Invoice(merchantId, invoiceNo),
            .. amount is { } known ? [LookupKey.Amount(merchantId, known)] : Array.Empty<string>(),
            .. metadata.Select(pair => LookupKey.Metadata(merchantId, pair.Key, pair.Value)),
        ];

    /// <summary>All that an operation is found by as it is now.</summary>
    public static IReadOnlyList<string> Of(OperationRow row) =>
        [
            .. OfRequest(row.MerchantId, row.InvoiceNo, row.Amount, row.Metadata),
            .. ReferencesOf(row).Select(reference => LookupKey.Reference(row.MerchantId, reference)),
            .. row.NeedsReview ? [LookupKey.NeedsReview] : Array.Empty<string>(),
            .. ChangeOf(row) is { } change ? [change] : Array.Empty<string>(),
        ];

    /// <summary>Of what was not written with the accept: what was written last, and what calls a person.</summary>
    public static IEnumerable<string> LatestOf(OperationRow row)
    {
        var last = Of(row).Skip(OfRequest(row.MerchantId, row.InvoiceNo, row.Amount, row.Metadata).Count).TakeLast(1);
        return row.NeedsReview ? last.Append(LookupKey.NeedsReview).Distinct(StringComparer.Ordinal) : last;
    }

    /// <summary>
    /// The key of the last change, where no event needs to tell of it; null for an accept, for a status that is an event of its own, and while a request is being sent, which takes seconds and ends with the next change.
    /// </summary>
    public static string? ChangeOf(OperationRow row) =>
        row.Status switch
        {
            OperationStatus.Submitting => null,
            OperationStatus.Accepted when row.UpdatedAt == row.CreatedAt => null,
            OperationStatus.Pending
            or OperationStatus.Succeeded
            or OperationStatus.Failed when row.UpdatedAt == row.StatusSince => null,
            _ => LookupKey.Changed(row.UpdatedAt),
        };

    /// <summary>2C2P's references of an operation: the refund's and the payment's. The payment's is not written before the request is sent, which would have to wait for it: only with what came of the request.</summary>
    public static IEnumerable<string> ReferencesOf(OperationRow row) =>
        new[]
        {
            row.Reference,
            row.Status == OperationStatus.Submitting ? null : row.TransactionReference,
            row.Gateway?.RefundReferenceNo,
            row.Gateway?.ReferenceNo,
        }
            .OfType<string>()
            .Where(reference => reference.Length > 0)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Names a set of keys in a few characters, so that a ledger row says which of them were written.</summary>
    public static string NameOf(IEnumerable<string> keys) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys.Order(StringComparer.Ordinal)))).AsSpan(0, NameLength)
        );

    /// <summary>Whether the ledger row says that everything that it is found by was written.</summary>
    public static bool AreWritten(OperationRow row) => row.FoundBy == NameOf(Of(row));
}
