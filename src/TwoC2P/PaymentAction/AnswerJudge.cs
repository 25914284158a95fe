using TwoC2P.Calls;
using TwoC2P.Codes;
using TwoC2P.Outcomes;

namespace TwoC2P.PaymentAction;

/// <summary>Decides what an answer is worth: is it 2C2P's, is it for this request, and does it say yes.</summary>
internal static class AnswerJudge
{
    private const int Ok = 200;

    public static PaymentActionOutcome Judge(PaymentProcessRequest request, OpenedMessage opened)
    {
        var response = PaymentProcessResponseMessage.ToResponse(opened.Message);
        if (opened.Evidence is not { } evidence)
            return new PaymentActionOutcome.Unknown(UnknownReason.Unverified, Ok, response);

        var isYes = response.RespCode == ResultCode.Success || response.RespCode == ResultCode.RefundPending;
        if (!Matches(request, response, isYes))
            return new PaymentActionOutcome.Unknown(UnknownReason.Mismatched, Ok, response);

        return isYes
            ? new PaymentActionOutcome.Answered(response, evidence)
            : new PaymentActionOutcome.Refused(response, evidence);
    }

    // A signed answer can be an old one played back, or one whose neighbouring fields were shifted: it must be for this very request. Without its amount a yes to
    // moving money cannot be told from a yes to another refund of the same payment.
    private static bool Matches(PaymentProcessRequest request, PaymentProcessResponse response, bool isYes)
    {
        var movesMoney = request.ProcessType is ProcessType.Refund or ProcessType.Settlement;
        var sameAmount = response.Amount is null || request.ActionAmount is null || response.Amount == request.ActionAmount;
        return string.Equals(response.ProcessType, request.ProcessType.ToWire(), StringComparison.Ordinal)
            && string.Equals(response.InvoiceNo, request.InvoiceNo, StringComparison.Ordinal)
            && sameAmount
            && (response.Amount is not null || !(isYes && movesMoney));
    }
}
