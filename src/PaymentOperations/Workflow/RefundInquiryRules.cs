using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Workflow;

/// <summary>What a verified list of refunds means for a refund whose effect is unknown (T11 to T13).</summary>
internal static class RefundInquiryRules
{
    public static InquiryStep JudgeUnknown(RefundList list, InquiryMoment moment)
    {
        if (FindOurs(list, "T11") is { } found)
            return new InquiryStep.Change(found);

        if (!list.IsCaughtUp)
            return Stay("2C2P's list misses a refund that succeeded; it lags", row => row with { AbsentSince = null });

        if (list.Candidates.Count > 0)
            return Suspect(list, moment);

        return JudgeAbsent(list, moment);
    }

    /// <summary>The entry that carries our mark, as a transition.</summary>
    public static Transition? FindOurs(RefundList list, string rule)
    {
        if (list.Echoes is not [var ours, ..])
            return null;

        var transition = RefundEndings.OfEntry(list, ours, rule, "2C2P lists this refund with our mark");
        return list.HasDouble ? RefundEndings.WithDouble(transition) : transition;
    }

    /// <summary>
    /// One unexplained entry of our amount, seen in two answers, is adopted only where the merchant vouches that nobody refunds in the portal; everything else is for a person.
    /// </summary>
    public static Transition? AdoptInferred(RefundList list, InquiryMoment moment, string rule)
    {
        var row = list.Row;
        if (
            !moment.Merchant.NobodyRefundsInPortal
            || row.Baseline is null
            || list.Candidates is not [{ ReferenceNo: { Length: > 0 } reference } candidate]
            || candidate.Amount != row.Amount
            || row.InferredReference != reference
        )
            return null;

        return RefundEndings.OfEntry(
            list,
            candidate,
            rule,
            "2C2P lists one new refund of this amount, and nobody else refunds",
            assumption: "inferred: the only unexplained refund of this amount in two answers"
        );
    }

    private static InquiryStep Suspect(RefundList list, InquiryMoment moment)
    {
        if (AdoptInferred(list, moment, "T11") is { } adopted)
            return new InquiryStep.Change(adopted);

        var references = string.Join(", ", list.Candidates.Select(entry => entry.ReferenceNo ?? "without reference"));
        var single = list.Candidates.Count == 1 ? list.Candidates[0].ReferenceNo : null;
        return Stay(
            $"2C2P lists refunds that may be ours ({references}); nothing tells",
            row => row with { AbsentSince = null, InferredReference = single }
        );
    }

    private static InquiryStep JudgeAbsent(RefundList list, InquiryMoment moment)
    {
        var row = list.Row;
        if (row.MaybeSent.ToList() is [{ RespCode: { } code }] && code == ResultCode.AlreadyFullyRefunded.Text)
            return new InquiryStep.Change(
                Ending.Failed(
                    row,
                    "T12",
                    "2C2P said that everything is refunded already, and lists nothing of ours",
                    GatewayResults.Of(list.List) with
                    {
                        RespCode = code,
                        RespDesc = ResultCode.Table[ResultCode.AlreadyFullyRefunded],
                    },
                    DecisiveAnswer.Of(list.List, list.Evidence)
                )
            );

        var (isCertain, since) = Absence.After(row, moment);
        if (isCertain && MayResend(list, moment, since!.Value) is { } why)
            return new InquiryStep.Change(
                new Transition
                {
                    Rule = "T13",
                    To = OperationStatus.Accepted,
                    Note = $"2C2P has nothing of ours; {why}",
                    Evidence = DecisiveAnswer.Of(list.List, list.Evidence) with { Assumption = why },
                    DueAtOnce = true,
                }
            );

        return Stay("2C2P lists nothing of ours", changed => changed with { AbsentSince = since, InferredReference = null });
    }

    /// <summary>MAY-RESEND for refunds: why sending again cannot move money twice, or null.</summary>
    private static string? MayResend(RefundList list, InquiryMoment moment, DateTimeOffset absentSince)
    {
        var row = list.Row;
        if (row.NeedsReview || row.MaybeSent.Count() >= moment.Times.MaxAttempts)
            return null;

        if (
            PaymentRules.IsCard(list.List)
            && list.LeftIfPendingFails is { } left
            && row.Amount is { } amount
            && amount + amount > left
        )
            return "two refunds of this amount cannot both fit";

        if (moment.Merchant.DoneWithin is { } bound && Absence.LastSendEnd(row) is { } end && absentSince >= end + bound)
            return "the merchant vouches that 2C2P executes nothing this late";

        return null;
    }

    private static InquiryStep.Stay Stay(string note, Func<OperationRow, OperationRow> edit) => new(note, edit);
}
