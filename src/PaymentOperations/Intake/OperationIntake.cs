using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PaymentOperations.Caps;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Intake;

/// <summary>A1 to A5: from a request to an operation that cannot be lost, exactly one per idempotency key.</summary>
internal sealed partial class OperationIntake(
    KeyBinding keys,
    LedgerInsert insert,
    RefundCap cap,
    VoidAtOnce voids,
    OperationReader reader,
    OperationTimes times,
    TimeProvider time,
    ILogger<OperationIntake> logger
) : IOperationIntake
{
    /// <inheritdoc />
    public async Task<AcceptResult> AcceptAsync(AcceptCommand command)
    {
        using var span = OperationTraces.StartAccept(command.Kind);
        command = command with { TraceParent = Activity.Current?.Id ?? command.TraceParent };
        var startedAt = time.GetUtcNow();
        AcceptResult result;
        using (var deadline = new CancellationTokenSource(times.AcceptDeadline, time))
        {
            try
            {
                result = await AcceptWithinAsync(command, deadline.Token);
            }
            catch (Exception exception) when (Outage.OrTimeout(exception))
            {
                // Whether the operation exists is not known here; its key finds it, and the sweep finishes or abandons it.
                LogUnavailable(logger, exception, command.Kind, command.Merchant.Id.Text);
                return new AcceptResult.Unavailable();
            }
        }

        return result is AcceptResult.Accepted accepted && command.Kind == OperationKind.Void
            ? await voids.RunAsync(command, accepted, startedAt)
            : result;
    }

    /// <inheritdoc />
    public async Task<AcceptResult> RehearseAsync(AcceptCommand command)
    {
        using var deadline = new CancellationTokenSource(times.AcceptDeadline, time);
        try
        {
            var check = await insert.CheckAsync(command, await insert.ReadAsync(command, deadline.Token), deadline.Token);
            if (check.Refusal is { } refusal)
                return refusal;

            var (overCap, left) = await cap.LookAsync(command, deadline.Token);
            var most = AcceptRules.Most(command.Kind, check.Invoice);
            return overCap ?? new AcceptResult.Acceptable(command, left < most ? left : most);
        }
        catch (Exception exception) when (Outage.OrTimeout(exception))
        {
            // Nothing was to be done, and nothing was.
            LogUnavailable(logger, exception, command.Kind, command.Merchant.Id.Text);
            return new AcceptResult.Unavailable();
        }
    }

    private async Task<AcceptResult> AcceptWithinAsync(AcceptCommand command, CancellationToken cancellationToken)
    {
        var keyHash = TableKey.HashOfKey(command.IdempotencyKey);

        // Most requests are new, so the invoice is read while the key is looked up.
        var invoice = insert.ReadAsync(command, cancellationToken);
        var bound = keys.FindAsync(command, keyHash, cancellationToken);
        await Task.WhenAll(invoice, bound);
        var binding = await bound;
        if (binding is not null)
            return await AcceptUnderAsync(command, keyHash, binding, fresh: null, reserved: null, cancellationToken);

        // The key is bound only to a request that passes the rules and the cap: a refusal does not use it up.
        var check = await insert.CheckAsync(command, await invoice, cancellationToken);
        var (reserved, refusal) = check.Refusal is { } byRule
            ? (null, byRule)
            : await cap.ReserveAsync(command, keyHash, cancellationToken);
        if (refusal is not null)
        {
            // A parallel repeat may just have been accepted, which is what was refused here.
            binding = await keys.FindAsync(command, keyHash, cancellationToken);
            return binding is null
                ? refusal
                : await AcceptUnderAsync(command, keyHash, binding, fresh: null, reserved, cancellationToken);
        }

        (binding, var isNew) = await keys.BindAsync(command, keyHash, cancellationToken);
        return await AcceptUnderAsync(command, keyHash, binding, isNew ? check : null, reserved, cancellationToken);
    }

    /// <param name="command">What was asked for.</param>
    /// <param name="keyHash">Of its idempotency key.</param>
    /// <param name="binding">What the key is bound to.</param>
    /// <param name="fresh">The rules as they were just passed, where this request bound the key: nothing can stand under its id yet.</param>
    /// <param name="reserved">This request's part of the daily cap, where it was asked.</param>
    /// <param name="cancellationToken">The deadline of the accept.</param>
    private async Task<AcceptResult> AcceptUnderAsync(
        AcceptCommand command,
        string keyHash,
        Binding binding,
        AcceptCheck? fresh,
        CapReservation? reserved,
        CancellationToken cancellationToken
    )
    {
        while (binding.Matches)
        {
            var id = binding.Key.OperationId;
            var result = fresh is null ? await insert.FindAsync(command, id, cancellationToken) : null;
            if (result is null && reserved is null)
            {
                // The key of a request that broke off, or was refused at the last moment: what comes of it now counts now.
                (reserved, var overCap) = await cap.ReserveAsync(command, keyHash, cancellationToken);
                if (overCap is not null)
                    return MayStillBeMade(id) ? new AcceptResult.Unavailable() : overCap;
            }

            switch (result ?? await insert.InsertAsync(command, keyHash, id, fresh, cancellationToken))
            {
                case InsertResult.Inserted inserted:
                    return await AnswerAsync(inserted.File, replayed: false, cancellationToken);
                case InsertResult.Found found:
                    return await AnswerAsync(found.File, replayed: true, cancellationToken);
                case InsertResult.Refused refused:
                    await cap.GiveBackAsync(reserved, cancellationToken);
                    return refused.Refusal;
                case InsertResult.Abandoned:
                    binding = await keys.RebindAsync(command, keyHash, binding.Key, cancellationToken);
                    fresh = null;
                    break;
                default:
                    throw new InvalidOperationException("A result of an insert is not answered.");
            }
        }

        await cap.GiveBackAsync(reserved, cancellationToken);
        return new AcceptResult.KeyReused();
    }

    // Whoever bound the key may be at it until its deadline, on a day that had enough left: until then nobody can say that nothing comes of it.
    private bool MayStillBeMade(OperationId id) => time.GetUtcNow() - id.CreatedAt <= times.AcceptDeadline + times.Skew;

    private async Task<AcceptResult> AnswerAsync(OperationFile file, bool replayed, CancellationToken cancellationToken) =>
        new AcceptResult.Accepted(await reader.ToOperationAsync(file, cancellationToken), replayed);

    [LoggerMessage(
        2101,
        LogLevel.Warning,
        "A {Kind} of merchant {MerchantId} could not be accepted in time; the caller repeats it with the same key"
    )]
    private static partial void LogUnavailable(ILogger logger, Exception exception, OperationKind kind, string merchantId);
}
