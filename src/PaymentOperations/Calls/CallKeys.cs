using System.Net;
using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Calls;

/// <summary>The rows of table <c>keys</c> that belong to calls: what state the one execution is in. One name space with the keys of operations.</summary>
internal sealed class CallKeys(LedgerTables tables, TimeProvider time)
{
    /// <summary>Binds a key to a new execution. Null when the key is bound already: read it.</summary>
    public async Task<CallKeyRow?> TryBeginAsync(
        MerchantId merchantId,
        string keyHash,
        BoundKey key,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var row = new CallKeyRow(merchantId, keyHash, key, CallState.Executing, until, null, null);
        try
        {
            var response = await tables.Keys.AddEntityAsync(Entity(row), cancellationToken);
            return row with { Key = key with { ETag = response.Headers.ETag!.Value } };
        }
        catch (RequestFailedException exception) when (exception.Status == (int)HttpStatusCode.Conflict)
        {
            // Another request's, or the SDK met its own first try. Reading tells: the id is mine alone.
            var found = await FindAsync(merchantId, keyHash, cancellationToken);
            return found?.Key.OperationId == key.OperationId ? found : null;
        }
    }

    /// <summary>What a key is bound to; a key of an operation has no state.</summary>
    public async Task<CallKeyRow?> FindAsync(MerchantId merchantId, string keyHash, CancellationToken cancellationToken)
    {
        var found = await tables.Keys.GetEntityIfExistsAsync<TableEntity>(
            Partition(merchantId, keyHash),
            keyHash,
            cancellationToken: cancellationToken
        );
        if (found is not { HasValue: true, Value: { } row })
            return null;

        return new CallKeyRow(
            merchantId,
            keyHash,
            new BoundKey(
                OperationId.Parse(row.GetString("operationId")),
                row.GetString("fingerprint"),
                row.GetString("fingerprintKeyVersion"),
                row.ETag
            ),
            row.GetString("callState") is { } state ? Enum.Parse<CallState>(state) : null,
            row.GetDateTimeOffset("callUntil"),
            row.GetString("callAnswer"),
            row.GetString("callAnswerKeyVersion")
        );
    }

    /// <summary>Writes how the execution ended.</summary>
    public Task EndAsync(CallKeyRow row, CancellationToken cancellationToken) =>
        tables.Keys.UpdateEntityAsync(Entity(row), row.Key.ETag, TableUpdateMode.Replace, cancellationToken);

    /// <summary>Frees a key whose execution verifiably did nothing.</summary>
    public Task FreeAsync(CallKeyRow row, CancellationToken cancellationToken) =>
        tables.Keys.DeleteEntityAsync(Partition(row.MerchantId, row.KeyHash), row.KeyHash, row.Key.ETag, cancellationToken);

    /// <summary>Whether another request may still be executing it.</summary>
    public bool IsLive(CallKeyRow row) => row.State == CallState.Executing && time.GetUtcNow() < row.Until;

    private static TableEntity Entity(CallKeyRow row) =>
        new(Partition(row.MerchantId, row.KeyHash), row.KeyHash)
        {
            ["operationId"] = row.Key.OperationId.ToString(),
            ["fingerprint"] = row.Key.Fingerprint,
            ["fingerprintKeyVersion"] = row.Key.KeyVersion,
            ["callState"] = row.State?.ToString(),
            ["callUntil"] = row.Until,
            ["callAnswer"] = row.Answer,
            ["callAnswerKeyVersion"] = row.AnswerKeyVersion,
        };

    private static string Partition(MerchantId merchantId, string keyHash) => $"{merchantId}|{keyHash[..2]}";
}
