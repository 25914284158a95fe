using System.Diagnostics;
using Azure;
using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;

namespace PaymentOperations.Intake;

/// <summary>A1 to A5: from a request to an operation that cannot be lost, exactly one per idempotency key.</summary>
internal sealed partial class OperationIntake(
    KeyBinding keys,
    LedgerInsert insert,
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
            catch (Exception exception)
                when (exception
                        is RequestFailedException
                            or SecretsUnavailableException
                            or OperationCanceledException
                            or AggregateException
                )
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
            var (refusal, invoice) = await insert.CheckAsync(command, deadline.Token);
            return refusal ?? new AcceptResult.Acceptable(command, AcceptRules.Most(command.Kind, invoice));
        }
        catch (Exception exception)
            when (exception
                    is RequestFailedException
                        or SecretsUnavailableException
                        or OperationCanceledException
                        or AggregateException
            )
        {
            // Nothing was to be done, and nothing was.
            LogUnavailable(logger, exception, command.Kind, command.Merchant.Id.Text);
            return new AcceptResult.Unavailable();
        }
    }

    private async Task<AcceptResult> AcceptWithinAsync(AcceptCommand command, CancellationToken cancellationToken)
    {
        var keyHash = TableKey.HashOfKey(command.IdempotencyKey);
        InvoiceRow? checkedInvoice = null;
        while (true)
        {
            var binding = await keys.FindAsync(command, keyHash, cancellationToken);
            if (binding is null)
            {
                // The key is bound only to a request that passes the rules: a refusal does not use it up.
                (var refusal, checkedInvoice) = await insert.CheckAsync(command, cancellationToken);
                binding = await keys.FindAsync(command, keyHash, cancellationToken);
                if (binding is null)
                {
                    if (refusal is not null)
                        return refusal;

                    binding = await keys.BindAsync(command, keyHash, cancellationToken);
                }
            }

            if (!binding.Matches)
                return new AcceptResult.KeyReused();

            var result = await insert.InsertAsync(command, keyHash, binding.Key.OperationId, checkedInvoice, cancellationToken);
            switch (result)
            {
                case InsertResult.Inserted inserted:
                    return await AnswerAsync(inserted.Row, replayed: false, cancellationToken);
                case InsertResult.Found found:
                    return await AnswerAsync(found.Row, replayed: true, cancellationToken);
                case InsertResult.Refused refused:
                    return refused.Refusal;
                case InsertResult.Abandoned:
                    await keys.RebindAsync(command, keyHash, binding.Key, cancellationToken);
                    break;
                default:
                    throw new InvalidOperationException("A result of an insert is not answered.");
            }
        }
    }

    private async Task<AcceptResult> AnswerAsync(OperationRow row, bool replayed, CancellationToken cancellationToken) =>
        new AcceptResult.Accepted(await reader.ToOperationAsync(row, cancellationToken), replayed);

    [LoggerMessage(
        2101,
        LogLevel.Warning,
        "A {Kind} of merchant {MerchantId} could not be accepted in time; the caller repeats it with the same key"
    )]
    private static partial void LogUnavailable(ILogger logger, Exception exception, OperationKind kind, string merchantId);
}
