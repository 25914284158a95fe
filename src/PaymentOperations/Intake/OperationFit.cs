using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>Whether an operation is one of those that are asked for. Only its ledger row tells.</summary>
internal static class OperationFit
{
    public static bool Fits(OperationRow row, OperationQuery query) =>
        query.Statuses.Has(row.Status)
        && (query.Kind is null || row.Kind == query.Kind)
        && IsOfItsDays(row, query)
        && (query.Search is not { } search || Fits(row, search));

    private static bool IsOfItsDays(OperationRow row, OperationQuery query)
    {
        var day = DateOnly.FromDateTime(row.Id.CreatedAt.UtcDateTime);
        return row.IsFinal ? day >= query.From && day <= query.To : day >= query.OpenFrom && day <= query.OpenTo;
    }

    private static bool Fits(OperationRow row, OperationSearch search) =>
        (!search.NeedsReview || row.NeedsReview)
        && (search.InvoiceNo is not { } invoiceNo || row.InvoiceNo == invoiceNo)
        && (search.Amount is not { } amount || row.Amount == amount)
        && (search.Reference is not { } reference || LookupKeys.ReferencesOf(row).Contains(reference, StringComparer.Ordinal))
        && search.Metadata.All(pair => row.Metadata.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
