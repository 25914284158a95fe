using TwoC2P.Envelopes;
using TwoC2P.Signing;

namespace TwoC2P.Outcomes;

/// <summary>What is known after a call to one of 2C2P's APIs beside Payment Action. Every ending of a call is one of these values; only bugs throw.</summary>
/// <typeparam name="TResponse">The API's answer.</typeparam>
public abstract record GatewayOutcome<TResponse>
    where TResponse : class
{
    private GatewayOutcome() { }

    /// <summary>An answer whose hash is verified and that belongs to the request.</summary>
    /// <param name="Response">The answer.</param>
    /// <param name="Evidence">Why it is believed.</param>
    public abstract record Verified(TResponse Response, AnswerEvidence Evidence) : GatewayOutcome<TResponse>;

    /// <summary>2C2P did it (result 00; QuickPay 000).</summary>
    public sealed record Answered(TResponse Response, AnswerEvidence Evidence) : Verified(Response, Evidence);

    /// <summary>2C2P answered, verifiably, with any other result.</summary>
    public sealed record Refused(TResponse Response, AnswerEvidence Evidence) : Verified(Response, Evidence);

    /// <summary>Proof that 2C2P cannot have seen the request: the content was never asked for its bytes.</summary>
    /// <param name="Reason">Why it was not sent.</param>
    /// <param name="Errors">For <see cref="NeverSentReason.InvalidRequest"/>: what is wrong, by field.</param>
    public sealed record NeverSent(NeverSentReason Reason, IReadOnlyList<FieldError> Errors) : GatewayOutcome<TResponse>;

    /// <summary>2C2P may or may not have done it; for a reading call: nothing was learned.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="HttpStatus">The HTTP status, if there was an answer.</param>
    /// <param name="Unverified">What was read, if anything; not to be believed, kept as evidence only.</param>
    public sealed record Unknown(UnknownReason Reason, int? HttpStatus, TResponse? Unverified) : GatewayOutcome<TResponse>
    {
        /// <summary>What came instead of a readable message; <see cref="FoundEnvelope.Jose"/> says that the merchant's channel speaks another envelope than is set.</summary>
        public FoundEnvelope Found { get; init; }
    }
}
