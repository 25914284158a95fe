using System.Text.RegularExpressions;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>What 2C2P's list, or a callback where there is no list, means for a pending refund (T15, T15a, T16).</summary>
internal static partial class PendingRefundRules
{
    public static InquiryStep Judge(RefundList list, InquiryMoment moment)
    {
        var row = list.Row;
        if (row.Reference is null)
            return FindReference(list, moment);

        var ours = list.List.Refunds.FirstOrDefault(entry => entry.ReferenceNo == row.Reference);
        return ours switch
        {
            null => new InquiryStep.Stay("2C2P's list does not show the refund yet", static changed => changed),
            { Status: var status } when status == TransactionStatus.RefundConfirmed || status.IsFailedRefund =>
                new InquiryStep.Change(RefundEndings.OfEntry(list, ours, "T15", "2C2P decided the pending refund")),
            _ => new InquiryStep.Stay($"2C2P still shows the refund as {ours.Status}", static changed => changed),
        };
    }

    /// <summary>A callback decides only where 2C2P verifiably offers no list, and only if it fits (CALLBACK-FITS).</summary>
    public static Transition? JudgeCallback(OperationRow row, InvoiceSnapshot ledger, InboxMessage callback)
    {
        var answer = callback.Answer;
        var status = new TransactionStatus(answer.Status ?? "");
        var reference = ReferenceOf(row, answer);
        if (reference is null || !Fits(row, ledger, answer, reference))
            return null;

        var gateway = new GatewayResult
        {
            RespCode = answer.RespCode,
            RespDesc = answer.RespDesc,
            Status = answer.Status,
            ReferenceNo = row.TransactionReference ?? answer.ReferenceNo,
            RefundReferenceNo = reference,
            ApprovalCode = answer.ApprovalCode,
        };
        var evidence = answer with { Assumption = "2C2P offers no list of refunds; the verified callback decides" };
        if (status == TransactionStatus.RefundConfirmed)
            return Ending.Succeeded(row, "T16", "2C2P's verified callback confirms the refund", gateway, evidence, reference);

        return status.IsFailedRefund
            ? Ending.Failed(row, "T16", $"2C2P's verified callback says {status}", gateway, evidence)
            : null;
    }

    /// <summary>The refund's reference in a callback.</summary>
    public static string? ReferenceOf(OperationRow row, DecisiveAnswer answer) =>
        RefundReference.Of(AnswerReader.ToResponse(answer, row), row.TransactionReference);

    private static InquiryStep FindReference(RefundList list, InquiryMoment moment)
    {
        if (list.LeavesAttemptOpen)
            return new InquiryStep.Stay("2C2P lists a failed refund with our mark, but another attempt may still be done", Same);

        var found = RefundInquiryRules.FindOurs(list, "T15") ?? RefundInquiryRules.AdoptInferred(list, moment, "T15");
        if (found is not null)
            return new InquiryStep.Change(found.To == OperationStatus.Pending ? found with { Rule = "T15a" } : found);

        var single = list.Candidates.Count == 1 ? list.Candidates[0].ReferenceNo : null;
        return new InquiryStep.Stay(
            "2C2P's list does not show which refund is ours",
            row => row with { InferredReference = single }
        );
    }

    private static OperationRow Same(OperationRow row) => row;

    // A signed RFF splits into RF and F…: without this, whoever can replay a failure's hash could pass it off as a success.
    private static bool Fits(OperationRow row, InvoiceSnapshot ledger, DecisiveAnswer answer, string reference)
    {
        var isOurs =
            reference == row.Reference
            || (row.Reference is null && !ledger.References.ContainsKey(reference) && answer.UserDefined1 == row.Id.ToString());
        return isOurs && (string.IsNullOrEmpty(answer.ApprovalCode) || ApprovalCode().IsMatch(answer.ApprovalCode));
    }

    [GeneratedRegex("^[A-Z0-9]{6,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ApprovalCode();
}
