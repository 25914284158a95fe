using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Hosting;
using TwoC2P.Simulator.PaymentProcess;
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
}
