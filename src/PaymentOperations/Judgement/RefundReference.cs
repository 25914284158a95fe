using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>Finds a refund's own reference in an answer to R or a callback.</summary>
internal static class RefundReference
{
    /// <summary>
    /// <c>refundReferenceNo</c>; where that element is absent, <c>referenceNo</c>, which the published table calls "refund reference no when requesting refund", unless it is the
    /// transaction's own. Null when the transaction's own reference is not known: then nothing tells the two apart.
    /// </summary>
    public static string? Of(DecisiveAnswer answer, string? transactionReference)
    {
        if (!string.IsNullOrWhiteSpace(answer.RefundReferenceNo))
            return answer.RefundReferenceNo;

        return
            string.IsNullOrWhiteSpace(answer.ReferenceNo)
            || string.IsNullOrWhiteSpace(transactionReference)
            || answer.ReferenceNo == transactionReference
            ? null
            : answer.ReferenceNo;
    }
}
