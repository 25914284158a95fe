using System.Collections.Concurrent;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>
/// Requests that carry <c>idempotencyID</c>: the same one again gets the first answer and changes nothing; one of another kind is refused with 50, one whose refund is still
/// pending with 51.
/// </summary>
internal sealed class IdempotentRequests
{
    private readonly ConcurrentDictionary<(string MerchantId, string Id), ServedRequest> _served = new();

    /// <summary>The caller holds the invoice's lock.</summary>
    public PaymentProcessResponse Once(
        PaymentProcessRequest request,
        Transaction transaction,
        Func<PaymentProcessResponse> perform,
        Func<string, PaymentProcessResponse> refuse
    )
    {
        if (request.IdempotencyId.Length == 0 || request.ProcessType is not ("R" or "S" or "V"))
            return perform();

        var key = (request.MerchantId, request.IdempotencyId);
        if (_served.GetValueOrDefault(key) is not { } served)
        {
            var answer = perform();
            _served[key] = new ServedRequest(
                request.MerchantId,
                request.IdempotencyId,
                request.ProcessType,
                request.InvoiceNo,
                answer
            );
            return answer;
        }

        if (served.ProcessType != request.ProcessType || served.InvoiceNo != request.InvoiceNo)
            return refuse("50");
        return IsPending(transaction, served.Answer) ? refuse("51") : served.Answer with { WorkDone = false };
    }

    public IReadOnlyList<ServedRequest> All() => [.. _served.Values];

    /// <summary>Those of an earlier run.</summary>
    public void TakeOver(IEnumerable<ServedRequest> served)
    {
        foreach (var request in served)
            _served[(request.MerchantId, request.IdempotencyId)] = request;
    }

    private static bool IsPending(Transaction transaction, PaymentProcessResponse answer) =>
        transaction.Refunds.Any(refund => refund.Status == "RP" && refund.ReferenceNo == answer.RefundReferenceNo);
}
