using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Gateway;
using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.Messages;
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
            "S" => Settle(request, transaction, answer),
            "R" => Refund(request, transaction, answer, context),
            _ => throw new InvalidOperationException("RequestChecks lets no other process type through."),
        };
    }

    private PaymentProcessResponse RefundStatus(Transaction transaction, PaymentProcessResponse answer, FaultPlan faults)
    {
        if (faults.Has(FaultKinds.RefundStatusNotOffered))
            return AnswerShape.Refused(answer, "97");
        var youngest = faults.Find(FaultKinds.RefundStatusLags) is { } lag ? clock.Now - lag.Delay : DateTimeOffset.MaxValue;
        var withUserDefined = !faults.Has(FaultKinds.NoUserDefined);
        return answer with
        {
            Refunds =
            [
                .. transaction
                    .Refunds.Where(refund => refund.CreatedAt <= youngest)
                    .Select(refund => AnswerShape.Entry(refund, withUserDefined, clock)),
            ],
        };
    }

    private PaymentProcessResponse Void(Transaction transaction, PaymentProcessResponse answer, FaultPlan faults)
    {
        var refusal = StateTable.Void(transaction.Status);
        if (refusal != StateTable.Perform)
            return AnswerShape.Refused(answer, refusal);
        if (transaction.Status == "A" && !clock.IsBeforeVoidCutOff(transaction.PaidAt))
            return AnswerShape.Refused(answer, "21");

        var slow = faults.Find(FaultKinds.VoidPending);
        transaction.StatusBeforeVoid = transaction.Status;
        transaction.Status = slow is null ? "V" : "VP";
        return answer with { Status = transaction.Status, RespCode = slow?.RespCode ?? "00" };
    }

    private static PaymentProcessResponse Settle(
        PaymentProcessRequest request,
        Transaction transaction,
        PaymentProcessResponse answer
    )
    {
        var amount = AmountText.TryRead(request.ActionAmount).GetValueOrDefault();
        var refusal = StateTable.Settle(transaction.Status);
        if (refusal == StateTable.Perform)
            refusal = AmountRules.Settlement(transaction, amount, request.SubMerchants);
        if (refusal != StateTable.Perform)
            return AnswerShape.Refused(answer, refusal);

        transaction.Amount = amount;
        transaction.SubMerchants = request.SubMerchants;
        transaction.Status = "RS";
        return answer with { Status = "RS", Amount = AmountText.Of(amount), SubMerchants = request.SubMerchants };
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
        var isPending = withoutReference || transaction.Channel == Channel.Apm;
        var refund = new Refund
        {
            ReferenceNo = references.Next(),
            Amount = amount,
            Status = isPending ? "RP" : "RF",
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
        if (isPending)
            pending.ExpectLater(transaction.Key, refund.ReferenceNo);
        var answered = AnswerShape.OfRefund(answer, refund);
        return withoutReference ? answered with { RefundReferenceNo = "", ReferenceNo = transaction.ReferenceNo } : answered;
    }
}
