using TwoC2P.Codes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace PaymentOperations.Judgement;

/// <summary>What came of a question to 2C2P, as far as the workflow cares.</summary>
internal abstract record GatewayView
{
    private GatewayView() { }

    /// <summary>The look in words.</summary>
    public string Describe() =>
        this switch
        {
            Seen => "2C2P answered",
            Missing => $"2C2P does not know the payment ({ResultCode.TransactionNotFound})",
            OtherSpelling => "2C2P spells the invoice number otherwise",
            NotOffered => "2C2P offers no list of refunds for this payment",
            Refused refused => $"2C2P refused the question ({refused.Response.RespCode})",
            Silent silent => silent.Note,
            _ => throw new InvalidOperationException("A view of the gateway has no words."),
        };

    /// <summary>A verified, successful answer.</summary>
    public sealed record Seen(PaymentProcessResponse Response, AnswerEvidence Evidence) : GatewayView;

    /// <summary>Verified: 2C2P knows no such payment (16).</summary>
    public sealed record Missing(PaymentProcessResponse Response, AnswerEvidence Evidence) : GatewayView;

    /// <summary>Verified, but 2C2P spells the invoice number otherwise.</summary>
    public sealed record OtherSpelling : GatewayView;

    /// <summary>Verified: 2C2P does not answer this question for this payment (97 or 12 to RS).</summary>
    public sealed record NotOffered(PaymentProcessResponse Response) : GatewayView;

    /// <summary>Verified, but any other refusal.</summary>
    public sealed record Refused(PaymentProcessResponse Response, AnswerEvidence Evidence) : GatewayView;

    /// <summary>No answer that counts.</summary>
    /// <param name="Note">Why, in plain words.</param>
    /// <param name="Outcome">What the client reported.</param>
    public sealed record Silent(string Note, PaymentActionOutcome Outcome) : GatewayView;
}
