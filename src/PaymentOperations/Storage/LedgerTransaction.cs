using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

/// <summary>Sends a transaction of the ledger and tells what storage refused.</summary>
internal static class LedgerTransaction
{
    /// <summary>The new version of the first row when the transaction is in; else the index of the action that storage refused.</summary>
    public static async Task<(ETag Version, int? FailedIndex)> TrySubmitAsync(
        TableClient operations,
        IReadOnlyCollection<TableTransactionAction> actions,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var responses = await operations.SubmitTransactionAsync(actions, cancellationToken);
            return (responses.Value[0].Headers.ETag!.Value, null);
        }
        catch (TableTransactionFailedException exception)
            when (exception.Status
                    is (int)HttpStatusCode.Conflict
                        or (int)HttpStatusCode.PreconditionFailed
                        or (int)HttpStatusCode.NotFound
            )
        {
            return (default, exception.FailedTransactionActionIndex ?? 0);
        }
    }
}
