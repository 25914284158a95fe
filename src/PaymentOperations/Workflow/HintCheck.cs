using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>Holds an operation that was never sent against the indexes: one that knows more than the ledger survives a ledger that was restored from an old copy.</summary>
internal sealed class HintCheck(OpenOperations open)
{
    /// <summary>The row, marked where an index knows more. To be asked before anything is written under the claim, for that brings the index down to the ledger.</summary>
    public async Task<OperationRow> HeldAgainstAsync(OperationRow row) =>
        row.Status == OperationStatus.Accepted
        && !row.MaybeSent.Any()
        && row is { IsHinted: false, HasPersonsWord: false }
        && await open.IsFurtherAsync(row, CancellationToken.None)
            ? row with
            {
                IsHinted = true,
            }
            : row;
}
