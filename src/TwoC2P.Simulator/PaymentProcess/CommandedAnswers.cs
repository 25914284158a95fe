using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.RootElements;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>
/// Performs a request and says about it what was ordered, true or not. The caller holds the invoice's lock. Rules about amounts
/// and states hold all the same: what they refuse is not done, whatever is said.
/// </summary>
internal sealed class CommandedAnswers(PaymentActions actions)
{
    public PaymentProcessResponse Perform(PaymentProcessRequest request, Transaction transaction, CallContext context)
    {
        var order = context.Faults.Find(FaultKinds.AnswerSays);
        var isToBeDone = order?.Work != FaultWords.NotDone;
        var statusBefore = transaction.Status;
        var answer = actions.Perform(request, isToBeDone ? transaction : transaction.Copy(), context);
        if (order is not null)
        {
            var told = Tell(order, answer, statusBefore, request, transaction);
            answer = told with { WorkDone = isToBeDone && answer.WorkDone };
        }

        return answer with
        {
            HashesLists = !context.Faults.Has(FaultKinds.HashWithoutLists),
        };
    }

    private static PaymentProcessResponse Tell(
        Fault order,
        PaymentProcessResponse answer,
        string statusBefore,
        PaymentProcessRequest request,
        Transaction transaction
    )
    {
        var shape =
            order.Form == FaultWords.Refusal
                ? AnswerShape.Refused(answer with { Status = statusBefore }, answer.RespCode)
                : answer;
        return shape with
        {
            RespCode = order.RespCode ?? shape.RespCode,
            Status = order.Status ?? shape.Status,
            RefundReferenceNo = order.Reference ?? shape.RefundReferenceNo,
            UserDefined = order.Marks?.For(request.UserDefined, transaction) ?? shape.UserDefined,
        };
    }
}
