using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>A2: binds an idempotency key to one operation id.</summary>
internal sealed class KeyBinding(IdempotencyKeys keys, LedgerSeal seal, TimeProvider time)
{
    /// <summary>What the key is bound to, or null.</summary>
    public async Task<Binding?> FindAsync(AcceptCommand command, string keyHash, CancellationToken cancellationToken) =>
        await keys.FindAsync(command.Merchant.Id, keyHash, cancellationToken) is { } bound
            ? new Binding(bound, await seal.MatchesAsync(bound, command.Fingerprint, cancellationToken))
            : null;

    /// <summary>Binds the key to a new id, or finds what a parallel repeat bound it to; and which of the two it was.</summary>
    public async Task<(Binding Binding, bool IsNew)> BindAsync(
        AcceptCommand command,
        string keyHash,
        CancellationToken cancellationToken
    )
    {
        var fresh = await FreshAsync(command, cancellationToken);
        return await keys.TryBindAsync(command.Merchant.Id, keyHash, fresh, cancellationToken)
            ? (new Binding(fresh, Matches: true), true)
            : ((await FindAsync(command, keyHash, cancellationToken))!, false);
    }

    /// <summary>Binds the key to a new id, away from a tombstone; whoever comes second finds the first's.</summary>
    public async Task<Binding> RebindAsync(
        AcceptCommand command,
        string keyHash,
        BoundKey old,
        CancellationToken cancellationToken
    )
    {
        var fresh = await FreshAsync(command, cancellationToken);

        // A key that was bound a moment ago carries no version yet: read it first.
        var current = old.ETag == default ? await keys.FindAsync(command.Merchant.Id, keyHash, cancellationToken) : old;
        if (current is not null && current.OperationId == old.OperationId)
            await keys.TryRebindAsync(command.Merchant.Id, keyHash, fresh with { ETag = current.ETag }, cancellationToken);
        return (await FindAsync(command, keyHash, cancellationToken))!;
    }

    private async Task<BoundKey> FreshAsync(AcceptCommand command, CancellationToken cancellationToken)
    {
        var (fingerprint, version) = await seal.FingerprintAsync(command.Fingerprint, cancellationToken);
        return new BoundKey(OperationId.New(time), fingerprint, version);
    }
}
