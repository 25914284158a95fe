using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Storage;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Tests.Support;

/// <summary>Makes what the client reports of 2C2P's answers.</summary>
internal static class Answers
{
    public static PaymentActionOutcome Lost => new PaymentActionOutcome.Unknown(UnknownReason.TimedOut, null, null);

    public static PaymentActionOutcome NeverSent => new PaymentActionOutcome.NeverSent(NeverSentReason.NotConnected, []);

    public static PaymentActionOutcome Of(PaymentProcessResponse response) =>
        response.RespCode.Text is "00" or "42"
            ? new PaymentActionOutcome.Answered(response, Evidence(response))
            : new PaymentActionOutcome.Refused(response, Evidence(response));

    public static PaymentActionOutcome Refused(PaymentProcessRequest request, string code) =>
        Of(Response(Letter(request.ProcessType), request.InvoiceNo, code));

    public static PaymentActionOutcome Done(
        PaymentProcessRequest request,
        string status,
        string? refundReference = null,
        string code = "00",
        string? referenceNo = "T1"
    ) =>
        Of(
            Response(Letter(request.ProcessType), request.InvoiceNo, code, status, request.ActionAmount, refundReference) with
            {
                ReferenceNo = referenceNo,
            }
        );

    public static PaymentProcessResponse Response(
        string processType,
        string invoiceNo,
        string code,
        string status = "",
        Money? amount = null,
        string? refundReference = null
    ) =>
        new()
        {
            ProcessType = processType,
            InvoiceNo = invoiceNo,
            RespCode = new ResultCode(code),
            RespDesc = "words",
            Status = new TransactionStatus(status),
            Amount = amount,
            AmountText = amount?.ToWire(),
            ReferenceNo = "T1",
            RefundReferenceNo = refundReference,
        };

    public static PaymentActionOutcome Payment(GatewayPayment payment, string processType = "I") =>
        Of(View(payment, processType));

    public static PaymentProcessResponse View(GatewayPayment payment, string processType = "I") =>
        Response(processType, payment.InvoiceNo, "00", payment.Status, payment.Amount) with
        {
            ReferenceNo = payment.ReferenceNo,
            MaskedPan = payment.IsCard ? "411111XXXXXX1111" : null,
            PaymentScheme = payment.IsCard ? "VI" : null,
        };

    public static PaymentActionOutcome List(GatewayPayment payment, bool echoes = true) => Of(ListView(payment, echoes));

    public static PaymentProcessResponse ListView(GatewayPayment payment, bool echoes = true) =>
        View(payment, "RS") with
        {
            Refunds = [.. payment.Refunds.Select(refund => Entry(refund, echoes))],
        };

    public static RefundEntry Entry(GatewayRefund refund, bool echoes = true) =>
        new()
        {
            ReferenceNo = refund.Reference,
            Amount = refund.Amount,
            AmountText = refund.Amount.ToWire(),
            Status = new TransactionStatus(refund.Status),
            UserDefined = echoes ? [refund.Mark, refund.KeyMark] : [],
        };

    public static AnswerEvidence Evidence(PaymentProcessResponse response) =>
        new(
            HashForm.Full,
            "v1",
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{response with { Refunds = [], SubMerchants = [], UserDefined = [] }}"))
            )
        );

    /// <summary>A verified message as the inbox holds it.</summary>
    public static InboxMessage Message(
        PaymentProcessResponse response,
        InboxKind kind = InboxKind.LateAnswer,
        int attempt = 1,
        DateTimeOffset at = default
    )
    {
        var evidence = Evidence(response);
        return new InboxMessage(kind, evidence.VerifiedHash, attempt, at, DecisiveAnswer.Of(response, evidence));
    }

    public static string Letter(ProcessType type) =>
        type switch
        {
            ProcessType.Inquiry => "I",
            ProcessType.Settlement => "S",
            ProcessType.Void => "V",
            ProcessType.Refund => "R",
            _ => "RS",
        };
}
