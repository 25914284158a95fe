using TwoC2P.Envelopes;
using TwoC2P.Outcomes;
using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <summary>What is known after a call to 2C2P. Every ending of a call is one of these values; only bugs throw.</summary>
public abstract record PaymentActionOutcome
{
    private PaymentActionOutcome() { }

    /// <summary>An answer whose hash is verified and that belongs to the request (process type, invoice and, where both have one, amount).</summary>
    /// <param name="Response">The answer.</param>
    /// <param name="Evidence">Why it is believed.</param>
    public abstract record Verified(PaymentProcessResponse Response, AnswerEvidence Evidence) : PaymentActionOutcome;

    /// <summary>2C2P did it or is doing it: result 00 or 42.</summary>
    public sealed record Answered(PaymentProcessResponse Response, AnswerEvidence Evidence) : Verified(Response, Evidence);

    /// <summary>2C2P answered, verifiably, with any other result. Whether that is final is the caller's to judge by the code.</summary>
    public sealed record Refused(PaymentProcessResponse Response, AnswerEvidence Evidence) : Verified(Response, Evidence);

    /// <summary>Proof that 2C2P cannot have seen the request: the content was never asked for its bytes.</summary>
    /// <param name="Reason">Why it was not sent.</param>
    /// <param name="Errors">For <see cref="NeverSentReason.InvalidRequest"/>: what is wrong, by field.</param>
    public sealed record NeverSent(NeverSentReason Reason, IReadOnlyList<FieldError> Errors) : PaymentActionOutcome;

    /// <summary>2C2P may or may not have done it.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="HttpStatus">The HTTP status, if there was an answer.</param>
    /// <param name="Unverified">What was read, if anything; not to be believed, kept as evidence only.</param>
    public sealed record Unknown(UnknownReason Reason, int? HttpStatus, PaymentProcessResponse? Unverified) : PaymentActionOutcome
    {
        /// <summary>What came instead of a readable message; <see cref="FoundEnvelope.Jose"/> says that the merchant's channel speaks another envelope than is set.</summary>
        public FoundEnvelope Found { get; init; }
    }
}
