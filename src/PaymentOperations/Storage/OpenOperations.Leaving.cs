using System.Net;
using Azure;
using Azure.Data.Tables;

namespace PaymentOperations.Storage;

internal sealed partial class OpenOperations
{
    /// <summary>
    /// Deletes the row of an operation of which nothing more is waited for, unless anybody has touched the operation since <paramref name="row"/> was written: nothing would lead to it again, and the gauge of reviews would not
    /// count it. Whoever raises a flag takes the claim first and then writes the row anew, so that either the ledger's version or the row's has changed.
    /// </summary>
    private async Task LeaveAsync(OperationRow row, CancellationToken cancellationToken)
    {
        var (partition, id) = (TableKey.Outstanding(row.Id, row.MerchantId), row.Id.ToString());
        var hint = await tables.Outstanding.GetEntityIfExistsAsync<TableEntity>(partition, id, ["RowKey"], cancellationToken);
        if (hint is not { HasValue: true, Value: { } found })
            return;

        var now = await tables.Operations.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Invoice(row.MerchantId, row.InvoiceNo),
            TableKey.Operation(row.Id),
            ["RowKey"],
            cancellationToken
        );
        if (now is { HasValue: true, Value: { } operation } && operation.ETag != row.ETag)
            return;

        try
        {
            await tables.Outstanding.DeleteEntityAsync(partition, id, found.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            // The row is another one's now, or is looked at this moment: that look lets the operation leave.
        }
    }
}
