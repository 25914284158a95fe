using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Judgement;

/// <summary>Turns 2C2P's answers into what callers see of them, at their published lengths.</summary>
internal static class GatewayResults
{
    public static GatewayResult Of(PaymentProcessResponse response) =>
        Of(DecisiveAnswer.Of(response, new AnswerEvidence(default, "", "")));

    public static GatewayResult Of(DecisiveAnswer answer) =>
        new()
        {
            RespCode = answer.RespCode,
            RespDesc = answer.RespDesc,
            Status = answer.Status,
            ReferenceNo = answer.ReferenceNo,
            RefundReferenceNo = answer.RefundReferenceNo,
            ApprovalCode = answer.ApprovalCode,
        };

    /// <summary>An answer to R, with the refund's reference in its own place whichever form the gateway uses.</summary>
    public static GatewayResult OfRefund(DecisiveAnswer answer, OperationRow row, string? reference) =>
        Of(answer) with
        {
            ReferenceNo = row.TransactionReference ?? answer.ReferenceNo,
            RefundReferenceNo = reference,
        };

    /// <summary>An entry of a list of refunds, seen as the answer about this refund.</summary>
    public static GatewayResult OfEntry(DecisiveAnswer entry, OperationRow row) =>
        new()
        {
            RespCode = entry.RespCode,
            RespDesc = entry.RespDesc,
            Status = entry.EntryStatus,
            ReferenceNo = row.TransactionReference ?? entry.ReferenceNo,
            RefundReferenceNo = entry.EntryReferenceNo,
            ApprovalCode = row.Gateway?.ApprovalCode,
        };
}
