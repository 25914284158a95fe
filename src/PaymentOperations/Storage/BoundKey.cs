using Azure;
using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>What an idempotency key is bound to.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Fingerprint">Keyed hash of the request.</param>
/// <param name="KeyVersion">Version of the key of that hash.</param>
/// <param name="ETag">Version of the row.</param>
internal sealed record BoundKey(OperationId OperationId, string Fingerprint, string KeyVersion, ETag ETag = default);
