using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>
/// Sees to it that a verified answer is not lost when its worker cannot write it: because it lost its claim, or because storage does not take it. The answer goes into the inbox; where that fails too, into the
/// queue; where that fails too, it is held and tried again until the host stops.
/// </summary>
internal sealed partial class AnswerKeeper(
    OpenOperations open,
    Inbox inbox,
    OperationQueue queue,
    FollowUp followUp,
    OperationTimes times,
    TimeProvider time,
    ILogger<AnswerKeeper> logger
)
{
    /// <summary>Leaves the answer to the worker that holds the claim now.</summary>
    public async Task HandOverAsync(OperationRun run, PaymentActionOutcome.Verified verified)
    {
        // A worker that stood still for long may come when the operation has ended and is left alone.
        await open.AddAsync(OperationHint.Of(run.Row), time.GetUtcNow() + times.SweepMargin, CancellationToken.None);
        if (await inbox.AddAsync(run.Row.Id, MessageOf(run, verified), CancellationToken.None))
            await followUp.PlanAsync(run.Row with { NextActionAt = time.GetUtcNow() }, run.TraceParent, CancellationToken.None);
    }

    /// <summary>Keeps an answer that could not be written.</summary>
    public async Task KeepAsync(OperationRun run, PaymentActionOutcome.Verified verified, Func<Task> write)
    {
        var wait = times.PutOff;
        while (true)
        {
            if (await TryAsync(() => EnqueueAsync(run, verified)))
                return;

            try
            {
                await Task.Delay(wait, time, run.Stopping);
            }
            catch (OperationCanceledException)
            {
                LogLost(logger, run.Row.Id, run.Row.AttemptCount);
                return;
            }

            if (await TryAsync(write))
                return;
            wait = wait < times.FirstWait ? wait * 2 : times.FirstWait;
        }
    }

    /// <summary>Puts an answer that came back from the queue where it belongs.</summary>
    public async Task TakeBackAsync(OperationMessage message, OperationId id)
    {
        if (message.Answer is not { } json)
            return;

        var answer = JsonSerializer.Deserialize(json, OperationRowJson.Default.DecisiveAnswer)!;
        await inbox.AddAsync(
            id,
            new InboxMessage(InboxKind.LateAnswer, answer.VerifiedHash ?? "", message.Attempt, time.GetUtcNow(), answer),
            CancellationToken.None
        );
    }

    private Task EnqueueAsync(OperationRun run, PaymentActionOutcome.Verified verified) =>
        queue.SendAsync(
            run.Row.Kind,
            new OperationMessage(
                run.Row.MerchantId.Text,
                run.Row.InvoiceNo.Text,
                run.Row.Id.ToString(),
                0,
                run.TraceParent,
                run.Row.AttemptCount,
                JsonSerializer.Serialize(
                    DecisiveAnswer.Of(verified.Response, verified.Evidence),
                    OperationRowJson.Default.DecisiveAnswer
                )
            ),
            times.PutOff,
            CancellationToken.None
        );

    private async Task<bool> TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (Exception exception) when (Outage.OfStorage(exception))
        {
            LogStillDown(logger, exception);
            return false;
        }
    }

    private InboxMessage MessageOf(OperationRun run, PaymentActionOutcome.Verified verified) =>
        new(
            InboxKind.LateAnswer,
            verified.Evidence.VerifiedHash,
            run.Row.AttemptCount,
            time.GetUtcNow(),
            DecisiveAnswer.Of(verified.Response, verified.Evidence)
        );

    [LoggerMessage(2032, LogLevel.Warning, "Storage still does not take an answer of 2C2P; it is tried again")]
    private static partial void LogStillDown(ILogger logger, Exception exception);

    [LoggerMessage(
        2033,
        LogLevel.Critical,
        "Operation {OperationId}: the host stops before storage took 2C2P's answer to attempt {Attempt}; 2C2P will be asked"
    )]
    private static partial void LogLost(ILogger logger, OperationId operationId, int attempt);
}
