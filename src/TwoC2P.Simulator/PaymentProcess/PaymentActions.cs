using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>I, V, S, R and RS on one transaction. The caller holds the invoice's lock.</summary>
internal sealed class PaymentActions(GatewayClock clock, ReferenceNumbers references, PendingRefunds pending)
{
    public PaymentProcessResponse Perform(PaymentProcessRequest request, Transaction transaction, CallContext context)
    {
        var answer = AnswerShape.Of(transaction, request.Version, request.ProcessType, clock);
        return request.ProcessType switch
        {
            "I" => answer,
            "RS" => RefundStatus(transaction, answer, context.Faults),
            "V" => Void(transaction, answer, context.Faults),
            "S" => Settle(request, transaction, answer, context.Faults),
            "R" => Refund(request, transaction, answer, context),
            _ => throw new InvalidOperationException("RequestChecks lets no other process type through."),
        };
    }

    private PaymentProcessResponse RefundStatus(Transaction transaction, PaymentProcessResponse answer, FaultPlan faults) =>
        faults.Find(FaultKinds.RefundStatusNotOffered) is { } refusal
            ? AnswerShape.Refused(answer, refusal.RespCode ?? "97")
            : answer with
            {
                Refunds = RefundList.Of(transaction, faults, clock),
            };

    private PaymentProcessResponse Void(Transaction transaction, PaymentProcessResponse answer, FaultPlan faults)
    {
        var refusal = VoidRules.Refusal(transaction, clock);
        if (refusal != StateTable.Perform)
            return AnswerShape.Refused(answer, refusal);

        var slow = faults.Find(FaultKinds.VoidPending);
        transaction.StatusBeforeVoid = transaction.Status;
        transaction.Status = Recorded(faults) ?? (slow is null ? "V" : "VP");
        return answer with { Status = transaction.Status, RespCode = slow?.RespCode ?? "00" };
    }

    private static PaymentProcessResponse Settle(
        PaymentProcessRequest request,
        Transaction transaction,
        PaymentProcessResponse answer,
        FaultPlan faults
    )
    {
        var amount = AmountText.TryRead(request.ActionAmount) ?? transaction.Amount;
        var refusal = StateTable.Settle(transaction.Status);
        if (refusal == StateTable.Perform)
            refusal = AmountRules.Settlement(transaction, amount, request.SubMerchants);
        if (refusal != StateTable.Perform)
            return AnswerShape.Refused(answer, refusal);

        transaction.Amount = amount;
        transaction.SubMerchants = request.SubMerchants;
        transaction.Status = Recorded(faults) ?? "RS";
        return answer with { Status = transaction.Status, Amount = AmountText.Of(amount), SubMerchants = request.SubMerchants };
    }

    private PaymentProcessResponse Refund(
        PaymentProcessRequest request,
        Transaction transaction,
        PaymentProcessResponse answer,
        CallContext context
    )
    {
        var amount = AmountText.TryRead(request.ActionAmount).GetValueOrDefault();
        var refusal = StateTable.Refund(transaction.Status);
        if (refusal == StateTable.Perform)
            refusal = AmountRules.Refund(transaction, amount, request.SubMerchants, clock.Now);
        if (refusal != StateTable.Perform)
            return AnswerShape.Refused(answer, refusal);

        var withoutReference = context.Faults.Has(FaultKinds.PendingWithoutReference);
        var isSlow = withoutReference || transaction.Channel == Channel.Apm;
        var number = references.NextNumber();
        var refund = new Refund
        {
            Number = number,
            ReferenceNo = ReferenceNumbers.Text(number),
            Amount = amount,
            Status = Recorded(context.Faults) ?? (isSlow ? "RP" : "RF"),
            CreatedAt = clock.Now,
            At = clock.Now,
            UserDefined = request.UserDefined,
            SubMerchants = request.SubMerchants,
            Version = request.Version,
            NotifyUrl = request.NotifyUrl,
            Envelope = context.Envelope,
            InPublishedForm = context.Faults.Has(FaultKinds.PublishedTableForm),
        };
        transaction.Refunds.Add(refund);
        if (refund.Status == "RP")
            pending.ExpectLater(transaction.Key, refund.ReferenceNo);
        var answered = AnswerShape.OfRefund(answer, refund);
        return withoutReference ? answered with { RefundReferenceNo = "", ReferenceNo = transaction.ReferenceNo } : answered;
    }

    private static string? Recorded(FaultPlan faults) => faults.Find(FaultKinds.AnswerSays)?.Record;
}
