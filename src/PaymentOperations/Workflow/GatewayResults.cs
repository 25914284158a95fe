using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>Turns 2C2P's answers into what callers see of them.</summary>
internal static class GatewayResults
{
    public static GatewayResult Of(PaymentProcessResponse response) =>
        new()
        {
            RespCode = response.RespCode.Text,
            RespDesc = response.RespDesc,
            Status = response.Status.Text,
            ReferenceNo = response.ReferenceNo,
            RefundReferenceNo = response.RefundReferenceNo,
            ApprovalCode = response.ApprovalCode,
        };

    /// <summary>An answer to R, with the refund's reference in its own place whichever form the gateway uses.</summary>
    public static GatewayResult OfRefund(PaymentProcessResponse response, OperationRow row, string? reference) =>
        Of(response) with
        {
            ReferenceNo = row.TransactionReference ?? response.ReferenceNo,
            RefundReferenceNo = reference,
        };

    /// <summary>An entry of RS: the refund's own state and reference.</summary>
    public static GatewayResult OfEntry(PaymentProcessResponse list, RefundEntry entry, OperationRow row) =>
        new()
        {
            RespCode = list.RespCode.Text,
            RespDesc = list.RespDesc,
            Status = entry.Status.Text,
            ReferenceNo = row.TransactionReference ?? list.ReferenceNo,
            RefundReferenceNo = entry.ReferenceNo,
            ApprovalCode = row.Gateway?.ApprovalCode,
        };
}
