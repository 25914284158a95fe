using Microsoft.Extensions.Logging;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>R4 to R6: the one place that sends what moves money.</summary>
internal sealed partial class GatewaySender(
    IPaymentActionClient client,
    IMerchantSecrets secrets,
    LedgerSeal seal,
    InvoiceLedger ledger,
    Inbox inbox,
    RunWriter writer,
    FollowUp followUp,
    PublicAddress address,
    OperationTimes times,
    TimeProvider time,
    ILogger<GatewaySender> logger
)
{
    public async Task SendAsync(OperationRun run, Preflight.Ready ready, bool carriesEcho)
    {
        // Everything that can fail without 2C2P fails here, before the right to send is taken.
        var keys = await secrets.GetGatewayMerchantAsync(run.Merchant, CancellationToken.None);
        var request = await RequestAsync(run.Row, carriesEcho);

        var began = time.GetTimestamp();
        if (await writer.GoOnAsync(run, Submit(run, ready, carriesEcho)) is not { } submitting)
            return;

        var sending = run with { Row = submitting };
        var mayStillSend = time.GetElapsedTime(began) <= times.SendWindow && !run.Stopping.IsCancellationRequested;
        var outcome = mayStillSend
            ? await client.SendAsync(keys, request, run.Limits.PostDeadline, CancellationToken.None)
            : new PaymentActionOutcome.NeverSent(NeverSentReason.Cancelled, []);
        await WriteAsync(sending, outcome);
    }

    /// <summary>T3: the committed transition that is the right to send, used once.</summary>
    private Transition Submit(OperationRun run, Preflight.Ready ready, bool carriesEcho)
    {
        var now = time.GetUtcNow();
        var attempt = new Attempt
        {
            Number = run.Row.AttemptCount + 1,
            StartedAt = now,
            ClaimUntil = now + times.Claim,
            CarriedEcho = carriesEcho,
        };
        return new Transition
        {
            Rule = "T3",
            To = OperationStatus.Submitting,
            Note = $"Attempt {attempt.Number} is sent to 2C2P",
            KeepsClaim = true,
            FillsInvoice = run.Ledger.Invoice.Captured is null ? ready.Facts : null,
            Edit = changed =>
                changed with
                {
                    Attempts = [.. changed.Attempts, attempt],
                    Baseline = changed.Attempts.Count == 0 ? ready.Baseline : changed.Baseline,
                    TransactionReference = ready.TransactionReference ?? changed.TransactionReference,
                },
        };
    }

    private async Task<PaymentProcessRequest> RequestAsync(OperationRow row, bool carriesEcho)
    {
        var request = new PaymentProcessRequest
        {
            ProcessType = row.Kind switch
            {
                OperationKind.Refund => ProcessType.Refund,
                OperationKind.Settlement => ProcessType.Settlement,
                OperationKind.Void => ProcessType.Void,
                _ => throw new InvalidOperationException($"The kind {row.Kind} has no request."),
            },
            InvoiceNo = row.InvoiceNo.Text,
            ActionAmount = row.Amount,
            SubMerchants = row.SubMerchants,
        };
        if (row.Kind != OperationKind.Refund)
            return request;

        return request with
        {
            BankAccount = row.Bank is { } bank ? await seal.OpenAsync(row.Id, bank, CancellationToken.None) : null,
            NotifyUrl = address.NotifyUrl(row.MerchantId, row.Id),
            UserDefined = carriesEcho ? Echo.Of(row) : [],
        };
    }

    private async Task WriteAsync(OperationRun run, PaymentActionOutcome outcome)
    {
        var snapshot = await ledger.ReadAsync(run.Row.MerchantId, run.Row.InvoiceNo, CancellationToken.None);
        var result = await writer.FinishAsync(run, AnswerRules.Judge(run.Row, snapshot, outcome), appliesNews: false);
        if (result is CommitResult.ReferenceTaken)
        {
            // Another operation of the invoice came to own this reference in between: judged again, the answer no longer counts.
            var fresh = await ledger.ReadAsync(run.Row.MerchantId, run.Row.InvoiceNo, CancellationToken.None);
            result = await writer.FinishAsync(run, AnswerRules.Judge(run.Row, fresh, outcome), appliesNews: false);
        }

        if (result is CommitResult.ClaimLost && outcome is PaymentActionOutcome.Verified verified)
            await HandOverAsync(run, verified);
    }

    /// <summary>The claim is lost, and with it the right to write: the answer goes to the inbox, and whoever holds the claim is woken.</summary>
    private async Task HandOverAsync(OperationRun run, PaymentActionOutcome.Verified verified)
    {
        LogHandedOver(logger, run.Row.Id);
        var message = new InboxMessage(
            InboxKind.LateAnswer,
            verified.Evidence.VerifiedHash,
            run.Row.AttemptCount,
            time.GetUtcNow(),
            DecisiveAnswer.Of(verified.Response, verified.Evidence)
        );
        if (await inbox.AddAsync(run.Row.Id, message, CancellationToken.None))
            await followUp.PlanAsync(run.Row with { NextActionAt = time.GetUtcNow() }, run.TraceParent, CancellationToken.None);
    }

    [LoggerMessage(
        2030,
        LogLevel.Warning,
        "Operation {OperationId}: the claim was lost while 2C2P answered; the answer is handed over"
    )]
    private static partial void LogHandedOver(ILogger logger, OperationId operationId);
}
