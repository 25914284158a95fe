using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using TwoC2P;

namespace PaymentOperations.Storage;

/// <summary>Which operation an idempotency key made. Rows are never deleted, and re-bound only away from a tombstone.</summary>
internal sealed class IdempotencyKeys(LedgerTables tables)
{
    public async Task<BoundKey?> FindAsync(MerchantId merchantId, string keyHash, CancellationToken cancellationToken)
    {
        var row = await tables.Keys.GetEntityIfExistsAsync<TableEntity>(
            Partition(merchantId, keyHash),
            keyHash,
            cancellationToken: cancellationToken
        );
        return row is { HasValue: true, Value: { } entity }
            ? new BoundKey(
                OperationId.Parse(entity.GetString("operationId")),
                entity.GetString("fingerprint"),
                entity.GetString("fingerprintKeyVersion"),
                entity.ETag
            )
            : null;
    }

    /// <summary>Binds a key. False when it is bound already: read it.</summary>
    public async Task<bool> TryBindAsync(MerchantId merchantId, string keyHash, BoundKey key, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Keys.AddEntityAsync(Entity(merchantId, keyHash, key), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    /// <summary>Binds a key anew, away from a tombstone. False when another request did so first: read it.</summary>
    public async Task<bool> TryRebindAsync(
        MerchantId merchantId,
        string keyHash,
        BoundKey key,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await tables.Keys.UpdateEntityAsync(
                Entity(merchantId, keyHash, key),
                key.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }

    private static TableEntity Entity(MerchantId merchantId, string keyHash, BoundKey key) =>
        new(Partition(merchantId, keyHash), keyHash)
        {
            ["operationId"] = key.OperationId.ToString(),
            ["fingerprint"] = key.Fingerprint,
            ["fingerprintKeyVersion"] = key.KeyVersion,
        };

    private static string Partition(MerchantId merchantId, string keyHash) => $"{merchantId}|{keyHash[..2]}";
}
