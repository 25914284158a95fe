using System.Text.RegularExpressions;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.Codes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Reads codes and statuses (PaymentProcessResponse: respCode, status) as what they say about money. Every pair has a meaning; a pair that contradicts itself says so.</summary>
internal static partial class Sayings
{
    /// <summary>What the answer to a request for this kind of operation says.</summary>
    public static Saying OfAnswer(OperationKind kind, DecisiveAnswer answer)
    {
        var code = new ResultCode(answer.RespCode ?? "");
        var status = new TransactionStatus(answer.Status ?? "");
        return kind switch
        {
            OperationKind.Refund => OfRefund(code, status, !string.IsNullOrWhiteSpace(answer.RefundReferenceNo)),
            OperationKind.Settlement => OfSettlement(code, status),
            OperationKind.Void => OfVoid(code, status),
            _ => throw new InvalidOperationException($"The kind {kind} has no sayings."),
        };
    }

    /// <summary>What a callback about a refund says. It carries the state that 2C2P gave the refund, not the answer to a request.</summary>
    public static Saying OfCallback(DecisiveAnswer answer)
    {
        var code = answer.RespCode ?? "";
        var status = new TransactionStatus(answer.Status ?? "");
        if (status.IsFailedRefund)
            return Saying.Failed;
        if (status == TransactionStatus.RefundConfirmed)
            return code is "" or "00" && !MayBeResplit(answer) ? Saying.Done : Saying.Contradiction;
        if (status == TransactionStatus.RefundPending)
            return code is "" or "00" or "42" ? Saying.Taken : Saying.Contradiction;
        return Saying.Nothing;
    }

    /// <summary>What an entry of 2C2P's list of refunds says of the refund that it is.</summary>
    public static Saying OfEntry(TransactionStatus status)
    {
        if (status.IsFailedRefund)
            return Saying.Failed;
        if (status == TransactionStatus.RefundConfirmed)
            return Saying.Done;
        return status == TransactionStatus.RefundPending ? Saying.Taken : Saying.Contradiction;
    }

    /// <summary>Whether a payment's status is what a settlement (a void) leaves behind.</summary>
    public static bool IsEffect(OperationKind kind, TransactionStatus status) =>
        kind == OperationKind.Settlement
            ? status == TransactionStatus.ReadyForSettlement || status.IsSettled
            : status == TransactionStatus.Voided || status == TransactionStatus.VoidPending;

    private static Saying OfRefund(ResultCode code, TransactionStatus status, bool hasReference)
    {
        var moves = status == TransactionStatus.RefundConfirmed || status == TransactionStatus.RefundPending;
        if (code == ResultCode.Success)
            return status == TransactionStatus.RefundConfirmed ? Saying.Done
                : status == TransactionStatus.RefundPending ? Saying.Taken
                : Saying.Contradiction;
        if (code == ResultCode.RefundPending)
            return status == TransactionStatus.RefundConfirmed || status.IsFailedRefund ? Saying.Contradiction : Saying.Taken;
        if (moves || (hasReference && !status.IsFailedRefund))
            return Saying.Contradiction;
        return OfRefusal(code);
    }

    private static Saying OfSettlement(ResultCode code, TransactionStatus status)
    {
        var isEffect = IsEffect(OperationKind.Settlement, status);
        if (code == ResultCode.Success)
            return isEffect ? Saying.Done : Saying.Contradiction;
        // "Already settled" shows the capture that was there before.
        if (isEffect && code != ResultCode.AlreadySettled)
            return Saying.Contradiction;
        return OfRefusal(code);
    }

    private static Saying OfVoid(ResultCode code, TransactionStatus status)
    {
        if (code == ResultCode.Success)
            return status == TransactionStatus.Voided ? Saying.Done
                : status == TransactionStatus.VoidPending ? Saying.Taken
                : Saying.Contradiction;
        if (IsEffect(OperationKind.Void, status) && code != ResultCode.AlreadyVoided)
            return Saying.Contradiction;
        return OfRefusal(code);
    }

    private static Saying OfRefusal(ResultCode code) => Refusals.IsCertain(code) ? Saying.Refused : Saying.Nothing;

    // A signed RFF splits into RF and F…: without this, whoever can replay a failure's hash could pass it off as a success.
    private static bool MayBeResplit(DecisiveAnswer answer) =>
        !string.IsNullOrEmpty(answer.ApprovalCode) && !ApprovalCode().IsMatch(answer.ApprovalCode);

    [GeneratedRegex("^[A-Z0-9]{6,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ApprovalCode();
}
