using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// Our mark on a refund: <c>userDefined1</c> is the operation's id, <c>userDefined2</c> the first 32 hex digits of the idempotency key's hash. The second survives a ledger that was restored
/// from an old copy: the same key then marks the same refund under a new id.
/// </summary>
internal static class Echo
{
    public static IReadOnlyList<string?> Of(OperationRow row) => [row.Id.ToString(), row.KeyHash];
}
