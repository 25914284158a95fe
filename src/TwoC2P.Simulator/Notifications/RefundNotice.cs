using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Notifications;

/// <summary>What is told to a notifyURL about one refund, in the envelope that its request came in.</summary>
internal sealed record RefundNotice(
    InvoiceKey Invoice,
    string ReferenceNo,
    string Url,
    EnvelopeKind Envelope,
    PaymentProcessResponse Content
)
{
    private const string WrongKey = "not-the-key-of-any-merchant";

    /// <summary>One of <see cref="NoticeHash.Words" />.</summary>
    public string Hash { get; init; } = NoticeHash.Full;

    public static RefundNotice Of(Transaction transaction, Refund refund, GatewayClock clock)
    {
        var answer = AnswerShape.Of(transaction, refund.Version, "R", clock);
        return new RefundNotice(
            transaction.Key,
            refund.ReferenceNo,
            refund.NotifyUrl,
            refund.Envelope,
            AnswerShape.OfRefund(answer, refund)
        );
    }

    /// <summary>The same notice telling of another status, true or not.</summary>
    public RefundNotice Claiming(string status) =>
        this with
        {
            Content = Content with { Status = status, RespCode = AnswerShape.RespCodeOf(status) },
        };

    /// <summary>Another message with the same hash: what is beyond two characters of the status stands before the approval code.</summary>
    public RefundNotice Twin() =>
        this with
        {
            Content = Content with { Status = Content.Status[..2], ApprovalCode = Content.Status[2..] + Content.ApprovalCode },
        };

    /// <summary>The key that it is signed with: the merchant's, a wrong one, or none.</summary>
    public string? KeyFor(string? secretKey) =>
        Hash switch
        {
            NoticeHash.WrongKey => WrongKey,
            NoticeHash.None => null,
            _ => secretKey,
        };

    /// <summary>The document with the hash that was asked for.</summary>
    public string Render(string? key) =>
        (Hash is NoticeHash.WithoutLists ? Content with { HashesLists = false } : Content).Render(key);
}
