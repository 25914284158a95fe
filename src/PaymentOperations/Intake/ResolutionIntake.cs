using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;

namespace PaymentOperations.Intake;

/// <summary>
/// Takes a person's word: it is kept first, so that it cannot be lost; then the operation runs, which weighs it under its claim. What could not be weighed at once, the queue or the sweep goes on with.
/// </summary>
internal sealed partial class ResolutionIntake(
    OpenOperations open,
    InvoiceLedger ledger,
    PersonsWords words,
    OperationRunner runner,
    OperationReader reader,
    OperationQueue queue,
    Claims claims,
    IHostApplicationLifetime lifetime,
    OperationTimes times,
    TimeProvider time,
    ILogger<ResolutionIntake> logger
) : IResolutionIntake
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public async Task<ResolutionResult> ResolveAsync(ResolveCommand command)
    {
        try
        {
            return
                await open.FindInvoiceAsync(command.Merchant.Id, command.OperationId, CancellationToken.None) is { } invoiceNo
                && await ledger.FindAsync(command.Merchant.Id, invoiceNo, command.OperationId, CancellationToken.None)
                    is { IsTombstone: false } row
                ? await ResolveAsync(command, row)
                : new ResolutionResult.NotFound();
        }
        catch (Exception exception) when (Outage.Of(exception))
        {
            LogUnavailable(logger, exception, command.OperationId);
            return new ResolutionResult.Unavailable();
        }
    }

    private async Task<ResolutionResult> ResolveAsync(ResolveCommand command, OperationRow row)
    {
        var word = WordOf(command);
        var (kept, isNew) = await words.AddAsync(row.Id, word, CancellationToken.None);
        if (!kept.SaysTheSameAs(word))
            return new ResolutionResult.KeyReused();

        if (kept.Result is null)
        {
            await queue.SendAsync(OperationHint.Of(row), times.FirstWait, command.TraceParent, CancellationToken.None);
            await RunAsync(command, row);
            kept = (await words.FindAsync(row.Id, kept.KeyHash, CancellationToken.None))!;
        }

        if (kept.Result is { IsFollowed: false } refused)
            return new ResolutionResult.Refused(
                refused.Note,
                [.. refused.Contradictions.Select(contradiction => contradiction.ToEntry())]
            );

        var operation = (await reader.FindAsync(row.MerchantId, row.Id, row.InvoiceNo, CancellationToken.None))!;
        return kept.Result is null
            ? new ResolutionResult.Waiting(operation)
            : new ResolutionResult.Settled(operation, Replayed: !isNew);
    }

    /// <summary>Runs the operation. A worker that is at it just now may not have read the word: the person need not come back for that, but this request waits.</summary>
    private async Task RunAsync(ResolveCommand command, OperationRow row)
    {
        var until = time.GetUtcNow() + times.WordWithin;
        var message = new OperationMessage(
            row.MerchantId.Text,
            row.InvoiceNo.Text,
            row.Id.ToString(),
            TraceParent: command.TraceParent
        );
        var limits = new RunLimits("resolution request", times.PostDeadline, null);
        while (await IsBusyAsync(row) || !await runner.RunAsync(message, limits, lifetime.ApplicationStopping))
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested || time.GetUtcNow() + Pause > until)
                return;
            await Task.Delay(Pause, time);
        }
    }

    private async Task<bool> IsBusyAsync(OperationRow row) =>
        await ledger.FindAsync(row.MerchantId, row.InvoiceNo, row.Id, CancellationToken.None) is { } now && claims.IsLive(now);

    private PersonsWord WordOf(ResolveCommand command) =>
        new()
        {
            KeyHash = TableKey.HashOfKey(command.IdempotencyKey),
            Outcome = command.Outcome,
            Reference = command.Reference,
            Despite = command.Despite,
            Actor = command.Actor,
            Reason = command.Reason,
            LookedAt = command.LookedAt,
            ApiKeyId = command.ApiKeyId,
            At = time.GetUtcNow(),
        };

    [LoggerMessage(
        2130,
        LogLevel.Error,
        "A word on operation {OperationId} could not be weighed; repeated with the same key, it is"
    )]
    private static partial void LogUnavailable(ILogger logger, Exception exception, OperationId operationId);
}
