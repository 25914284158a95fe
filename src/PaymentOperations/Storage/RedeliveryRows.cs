using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Requests to deliver events again, as long as they are not carried out.</summary>
internal sealed class RedeliveryRows(LedgerTables tables)
{
    public Task AddAsync(RedeliveryRow row, CancellationToken cancellationToken) =>
        tables.Deliveries.UpsertEntityAsync(row.ToEntity(), TableUpdateMode.Replace, cancellationToken);

    public async Task<RedeliveryRow?> FindAsync(MerchantId merchantId, PaymentEventId id, CancellationToken cancellationToken)
    {
        var row = await tables.Deliveries.GetEntityIfExistsAsync<TableEntity>(
            RedeliveryRow.Partition(id, merchantId),
            $"{RedeliveryRow.Prefix}{id}",
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity } ? RedeliveryRow.From(entity) : null;
    }

    /// <summary>Notes how far it is; false when another worker did.</summary>
    public async Task<bool> TryWriteAsync(RedeliveryRow row, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Deliveries.UpdateEntityAsync(row.ToEntity(), row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception)
            when (exception.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public Task RemoveAsync(RedeliveryRow row, CancellationToken cancellationToken) =>
        tables.Deliveries.DeleteEntityAsync(
            RedeliveryRow.Partition(row.Id, row.MerchantId),
            $"{RedeliveryRow.Prefix}{row.Id}",
            ETag.All,
            cancellationToken
        );
}
