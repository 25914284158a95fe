using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentAnswers;

/// <summary>The shapes of answers: a transaction, a refusal, a refund, an entry of a refund list.</summary>
internal static class AnswerShape
{
    public static PaymentProcessResponse Of(Transaction transaction, string version, string processType, GatewayClock clock) =>
        new()
        {
            Version = version,
            TimeStamp = clock.TimeStampDdMmYyHhMmSs(),
            RespCode = "00",
            ProcessType = processType,
            InvoiceNo = transaction.InvoiceNo,
            Amount = AmountText.Of(transaction.Amount),
            Status = transaction.Status,
            ApprovalCode = transaction.ApprovalCode,
            ReferenceNo = transaction.ReferenceNo,
            TransactionDateTime = clock.DateTimeYyyyMmDdHhMmSs(transaction.PaidAt),
            PaidAgent = transaction.PaidAgent,
            PaidChannel = transaction.PaidChannel,
            MaskedPan = transaction.MaskedPan,
            Eci = transaction.Eci,
            SubMerchants = transaction.SubMerchants,
            PaymentScheme = transaction.PaymentScheme,
            ProcessBy = transaction.PaymentScheme,
            WorkDone = true,
        };

    /// <summary>A refusal names the transaction's status, but no amount: nothing was moved.</summary>
    public static PaymentProcessResponse Refused(PaymentProcessResponse answer, string respCode) =>
        new()
        {
            Version = answer.Version,
            TimeStamp = answer.TimeStamp,
            RespCode = respCode,
            ProcessType = answer.ProcessType,
            InvoiceNo = answer.InvoiceNo,
            Status = answer.Status,
        };

    /// <summary>The answer to a refund and the notification of its end: the refund's amount, status and reference.</summary>
    public static PaymentProcessResponse OfRefund(PaymentProcessResponse answer, Refund refund) =>
        answer with
        {
            RespCode = RespCodeOf(refund.Status),
            Amount = AmountText.Of(refund.Amount),
            Status = refund.Status,
            SubMerchants = refund.SubMerchants,
            ReferenceNo = refund.InPublishedForm ? refund.ReferenceNo : answer.ReferenceNo,
            RefundReferenceNo = refund.InPublishedForm ? "" : refund.ReferenceNo,
            UserDefined = UserDefinedOf(refund.UserDefined),
        };

    public static RefundEntry Entry(Refund refund, bool withUserDefined, GatewayClock clock) =>
        new(
            refund.ReferenceNo,
            refund.Status,
            AmountText.Of(refund.Amount),
            clock.DateTimeYyyyMmDdHhMmSs(refund.At),
            withUserDefined ? UserDefinedOf(refund.UserDefined) : []
        );

    /// <summary>The fields are shown when one of them says something, and otherwise left out.</summary>
    public static IReadOnlyList<string> UserDefinedOf(IReadOnlyList<string> carried) =>
        carried.Any(value => value.Length > 0) ? carried : [];

    public static string RespCodeOf(string refundStatus) =>
        refundStatus switch
        {
            "RF" => "00",
            "RP" => "42",
            "RFF" => "45",
            _ => "44",
        };
}
