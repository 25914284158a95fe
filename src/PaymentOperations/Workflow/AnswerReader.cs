using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>Reads a stored verified answer back.</summary>
internal static class AnswerReader
{
    public static PaymentProcessResponse ToResponse(DecisiveAnswer answer, OperationRow row) =>
        new()
        {
            RespCode = new ResultCode(answer.RespCode ?? ""),
            RespDesc = answer.RespDesc,
            ProcessType = answer.ProcessType,
            InvoiceNo = row.InvoiceNo.Text,
            Status = new TransactionStatus(answer.Status ?? ""),
            AmountText = answer.Amount,
            Amount = Money.TryParseWire(answer.Amount, out var amount) ? amount : null,
            ReferenceNo = answer.ReferenceNo,
            RefundReferenceNo = answer.RefundReferenceNo,
            ApprovalCode = answer.ApprovalCode,
            TransactionDateTime = answer.TransactionDateTime,
            UserDefined = [answer.UserDefined1, answer.UserDefined2],
        };
}
