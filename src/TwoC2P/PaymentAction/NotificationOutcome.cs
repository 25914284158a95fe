using TwoC2P.Envelopes;
using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <summary>What a body that was posted to a notifyURL turns out to be.</summary>
public abstract record NotificationOutcome
{
    private NotificationOutcome() { }

    /// <summary>A message whose hash verifies with the merchant's key.</summary>
    /// <param name="Response">The message; without its lists where the hash leaves them out, because then anybody may have added them.</param>
    /// <param name="Evidence">Why it is believed.</param>
    public sealed record Verified(PaymentProcessResponse Response, AnswerEvidence Evidence) : NotificationOutcome;

    /// <summary>A readable message without a hash or with a wrong one, and for a merchant of the new generation whatever is no token of 2C2P's: not to be believed.</summary>
    public sealed record Unverified : NotificationOutcome;

    /// <summary>No message can be read from the body.</summary>
    public sealed record Unreadable : NotificationOutcome
    {
        /// <summary>What came instead of a message; <see cref="FoundEnvelope.Jose"/> says that the merchant's channel speaks an envelope that is not spoken here.</summary>
        public FoundEnvelope Found { get; init; }
    }
}
