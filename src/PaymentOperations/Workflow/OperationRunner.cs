using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Telemetry;
using TwoC2P;

namespace PaymentOperations.Workflow;

/// <summary>R1 and R2: finds the operation, sees whether there is anything to do, takes the claim and hands over to the step of its status.</summary>
internal sealed partial class OperationRunner(
    IMerchants merchants,
    InvoiceLedger ledger,
    Inbox inbox,
    Claims claims,
    CaseReader cases,
    Hearing hearing,
    AnswerKeeper keeper,
    FollowUp followUp,
    OperationQueue queue,
    OperationTimes times,
    TimeProvider time,
    ILogger<OperationRunner> logger
) : IOperationRunner
{
    private const int MissingRepeats = 3;
    private const int BusyRepeats = 5;

    /// <inheritdoc />
    public Task RunAsync(OperationMessage message, string runner, CancellationToken cancellationToken) =>
        RunAsync(message, new RunLimits(runner, times.PostDeadline, null), cancellationToken);

    /// <summary>The same with other limits, for what runs inside its request. False when another worker is at it, so that this one did nothing.</summary>
    public async Task<bool> RunAsync(OperationMessage message, RunLimits limits, CancellationToken stopping)
    {
        var id = OperationId.Parse(message.OperationId);
        // First of all: the message may be the only one that still has 2C2P's answer, and an instance that knows its merchant comes later.
        await keeper.TakeBackAsync(message, id);
        if (merchants.Find(message.MerchantId) is not { } merchant)
        {
            LogUnknownMerchant(logger, message.OperationId);
            return true;
        }

        var invoiceNo = InvoiceNo.Parse(message.InvoiceNo);

        // The work is never cut short by the host's stop: only beginning something new is.
        var snapshot = await ledger.ReadAsync(merchant.Id, invoiceNo, CancellationToken.None);
        if (snapshot.Find(id) is not { } row)
        {
            if (await ledger.FindAsync(merchant.Id, invoiceNo, id, CancellationToken.None) is null)
                await PutOffAsync(message, OperationKind.Refund, MissingRepeats);
            return true;
        }

        using var span = OperationTraces.StartRun(row);
        if (claims.IsLive(row))
        {
            await WaitForClaimAsync(message, row);
            return false;
        }

        if (!IsDue(row, snapshot) && !await HasNewsAsync(row))
        {
            if (row.IsFinal)
                await followUp.AfterAsync(row, leftLine: false, message.TraceParent, CancellationToken.None);
            return true;
        }

        if (await claims.TryTakeAsync(row, CancellationToken.None) is not { } claimed)
        {
            await PutOffAsync(message, row.Kind, BusyRepeats);
            return false;
        }

        var run = await cases.ReadAsync(merchant, claimed, limits, message.TraceParent ?? row.TraceParent, stopping);
        await hearing.TakeAsync(run);
        return true;
    }

    private bool IsDue(OperationRow row, InvoiceSnapshot snapshot)
    {
        var now = time.GetUtcNow();
        if (row.IsFinal)
            return Schedule.Watch(row, times) is { } watch && watch <= now;
        // Behind another operation there is nothing to do but to say so when that one waits for a person (T14b).
        if (row.Status == OperationStatus.Accepted && !snapshot.IsFirst(row.Id))
            return LineRule.IsStuck(row, snapshot, times, now);

        // A pointer that came early has nothing to do: the ledger, not the pointer, says when.
        return row.NextActionAt <= now + times.PutOff;
    }

    private async Task<bool> HasNewsAsync(OperationRow row)
    {
        var contents = await inbox.ReadAsync(row.Id, CancellationToken.None);
        return contents.Unheard.Count > 0
            || (contents.HasNews && (row.Status != OperationStatus.Accepted || row.MaybeSent.Any()));
    }

    /// <summary>Another worker is at it. What this pointer came for may be news that the other one does not see any more, so it is never dropped: at the latest it comes back when the claim has ended.</summary>
    private Task WaitForClaimAsync(OperationMessage message, OperationRow row)
    {
        var delay =
            message.Repeat < BusyRepeats ? times.PutOff : row.ClaimUntil!.Value + times.Skew + times.PutOff - time.GetUtcNow();
        return queue.SendAsync(row.Kind, message with { Repeat = message.Repeat + 1 }, delay, CancellationToken.None);
    }

    private async Task PutOffAsync(OperationMessage message, OperationKind kind, int repeats)
    {
        if (message.Repeat >= repeats)
        {
            LogLeftToSweep(logger, message.OperationId);
            return;
        }

        // The kind only chooses the queue, and every runner takes any kind.
        await queue.SendAsync(kind, message with { Repeat = message.Repeat + 1 }, times.PutOff, CancellationToken.None);
    }

    [LoggerMessage(
        2010,
        LogLevel.Error,
        "Operation {OperationId} belongs to a merchant that is not configured; configure it again to let it go on"
    )]
    private static partial void LogUnknownMerchant(ILogger logger, string operationId);

    [LoggerMessage(2011, LogLevel.Information, "Operation {OperationId} is left to the sweep")]
    private static partial void LogLeftToSweep(ILogger logger, string operationId);
}
