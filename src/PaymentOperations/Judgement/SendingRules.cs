using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What forbids to send at all, whatever the gateway lists: signs that the ledger or its keys are an older copy.</summary>
internal static class SendingRules
{
    public static string? Forbid(CaseFile file)
    {
        var row = file.Row;
        if (row.RestoredAt is not null && !row.HasPersonsWord)
            return "The ledger was put back from a copy after this operation was accepted; what was done and told of it since the copy is not known";
        if (row.IsHinted && !row.HasPersonsWord)
            return "An index knows this operation as more advanced than the ledger does; the ledger may be an older copy";
        if (Twin(file) is { } twin)
            return $"Operation {twin.Id} of this invoice was made with the same idempotency key; the table of keys may be an older copy";
        return !row.MaybeSent.Any() && new Testimony(file).Forbidding.LastOrDefault() is { } statement
            ? $"2C2P said something of it that this ledger does not know of sending ({statement}); the ledger may be an older copy"
            : null;
    }

    private static OperationRow? Twin(CaseFile file) =>
        file.Ledger.Operations.FirstOrDefault(other =>
            other.Id != file.Row.Id
            && other.Kind == file.Row.Kind
            && other.KeyHash == file.Row.KeyHash
            && (other.Seq < file.Row.Seq || other.MaybeSent.Any())
        );
}
