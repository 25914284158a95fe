using TwoC2P.Simulator.Notifications;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Control;

/// <summary>Makes the callback that was ordered: the true one, changed as told.</summary>
internal static class OrderedNotice
{
    /// <returns>The callback; null when there is no such refund.</returns>
    public static RefundNotice? Of(Transaction? transaction, NotificationCommand body, GatewayClock clock)
    {
        var refund = transaction?.Refunds.FindLast(known => body.ReferenceNo is null || known.ReferenceNo == body.ReferenceNo);
        if (transaction is null || refund is null)
            return null;

        var notice = RefundNotice.Of(transaction, refund, clock).Claiming(body.Claim ?? refund.Status);
        return notice with
        {
            Url = body.Url ?? notice.Url,
            Hash = body.Hash ?? (body.Mode == NotificationModes.Forged ? NoticeHash.WrongKey : NoticeHash.Full),
            Content = Change(notice.Content, transaction, refund, body, clock),
        };
    }

    private static PaymentProcessResponse Change(
        PaymentProcessResponse content,
        Transaction transaction,
        Refund refund,
        NotificationCommand body,
        GatewayClock clock
    )
    {
        if (body.WithList)
            content = content with { Refunds = [.. transaction.Refunds.Select(each => AnswerShape.Entry(each, true, clock))] };
        if (body.Marks is { } marks)
            content = content with { UserDefined = marks.For(refund.UserDefined, transaction) };
        foreach (var (name, text) in body.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
            content = PaymentProcessFields.Set(content, name, text);
        foreach (var name in body.Without ?? [])
            content = PaymentProcessFields.Set(content, name, "");
        return content with { LeftOut = body.Without ?? [] };
    }
}
