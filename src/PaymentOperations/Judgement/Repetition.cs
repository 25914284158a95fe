using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>Callers repeat with the same key what a copy of the ledger that was put back does not know; where 2C2P returns no marks, the amount is all that tells.</summary>
internal static class Repetition
{
    /// <summary>Whether a refund was accepted so short a time after the ledger was put back that it may be a repetition.</summary>
    public static bool IsPossible(CaseFile file, DateTimeOffset? restoredAt) =>
        !file.Row.HasPersonsWord
        && restoredAt is { } restored
        && file.Row.CreatedAt >= restored - file.Times.Skew
        && file.Row.CreatedAt - restored <= file.Times.RepeatedAfterRestore;

    /// <summary>What nobody explains and what it may repeat.</summary>
    public static IEnumerable<ListedRefund> Of(OperationRow row, ListReading reading) =>
        reading.Suspects.Where(refund => refund.Amount is null || refund.Amount == row.Amount);
}
