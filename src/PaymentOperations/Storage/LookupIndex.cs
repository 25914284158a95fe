using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>
/// What stands in the table <c>index</c> for each thing that an operation is found by. Rows are hints, written before the ledger's: what is shown is the ledger's row, and a row too many costs a reader one request.
/// </summary>
internal sealed class LookupIndex(LedgerTables tables, InvoiceLedger ledger)
{
    /// <summary>
    /// Deletes the row that says that a person has to look, unless anybody has touched the operation since <paramref name="row"/> was written: whoever raises the flag again takes the claim first and then writes the row
    /// anew, so that either the ledger's version or the row's has changed.
    /// </summary>
    public async Task ForgetReviewAsync(OperationRow row, CancellationToken cancellationToken)
    {
        var key = $"{LookupKey.NeedsReview}{LookupKey.PositionOf(row.Id)}";
        var hint = await tables.Index.GetEntityIfExistsAsync<TableEntity>(
            row.MerchantId.Text,
            key,
            ["RowKey"],
            cancellationToken
        );
        if (hint is not { HasValue: true, Value: { } found })
            return;

        var now = await ledger.FindAsync(row.MerchantId, row.InvoiceNo, row.Id, cancellationToken);
        if (now is null or { NeedsReview: true } || now.ETag != row.ETag)
            return;

        try
        {
            await tables.Index.DeleteEntityAsync(row.MerchantId.Text, key, found.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            // The flag was raised again this moment: the row is that one's now.
        }
    }

    /// <summary>Whether a row is there.</summary>
    public async Task<bool> KnowsAsync(MerchantId merchantId, string rowKey, CancellationToken cancellationToken) =>
        (await tables.Index.GetEntityIfExistsAsync<TableEntity>(merchantId.Text, rowKey, ["RowKey"], cancellationToken)).HasValue;

    /// <summary>The rows of one key from a place on, newest operation first, of one kind or of all, in pages as storage cuts them.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<TableEntity> Rows, bool HasMore)> PagesAsync(
        MerchantId merchantId,
        string key,
        string from,
        string end,
        int size,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        OperationKind? kind = null
    )
    {
        var place = TableClient.CreateQueryFilter(
            $"PartitionKey eq {merchantId.Text} and RowKey ge {key + from} and RowKey lt {key + end}"
        );
        var rows = tables.Index.QueryAsync<TableEntity>(
            kind is null ? place : $"{place} and kind eq '{kind}'",
            maxPerPage: size,
            select: ["RowKey", "invoiceNo", "kind"],
            cancellationToken: cancellationToken
        );
        await foreach (var page in rows.AsPages())
            yield return (page.Values, page.ContinuationToken is not null);
    }

    /// <summary>The changes that have rows of their own, the oldest first; keys from one text on and before another, without what all of them begin with.</summary>
    public async Task<(IReadOnlyList<TableEntity> Rows, bool HasMore)> ChangesAsync(
        MerchantId merchantId,
        string from,
        string end,
        int size,
        CancellationToken cancellationToken
    )
    {
        List<TableEntity> rows = [];
        var (first, last) = ($"{LookupKey.ChangedPrefix}{from}", $"{LookupKey.ChangedPrefix}{end}");
        var found = tables.Index.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {merchantId.Text} and RowKey ge {first} and RowKey lt {last}"),
            maxPerPage: size,
            select: ["RowKey", "invoiceNo"],
            cancellationToken: cancellationToken
        );
        await foreach (var row in found)
        {
            rows.Add(row);
            if (rows.Count == size)
                return (rows, true);
        }

        return (rows, false);
    }

    /// <summary>The rows of some keys.</summary>
    public static IEnumerable<TableEntity> RowsOf(OperationHint hint, IEnumerable<string> keys) =>
        keys.Select(key => RowOf(hint, key));

    /// <summary>The row of one key.</summary>
    public static TableEntity RowOf(OperationHint hint, string key) =>
        new(hint.MerchantId.Text, $"{key}{LookupKey.PositionOf(hint.Id)}")
        {
            ["invoiceNo"] = hint.InvoiceNo.Text,
            ["kind"] = hint.Kind.ToString(),
        };
}
