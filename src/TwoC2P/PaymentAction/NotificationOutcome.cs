using TwoC2P.Signing;

namespace TwoC2P.PaymentAction;

/// <summary>What a body that was posted to a notifyURL turns out to be.</summary>
public abstract record NotificationOutcome
{
    private NotificationOutcome() { }

    /// <summary>A message whose hash verifies with the merchant's key, lists included.</summary>
    /// <param name="Response">The message.</param>
    /// <param name="Evidence">Why it is believed.</param>
    public sealed record Verified(PaymentProcessResponse Response, AnswerEvidence Evidence) : NotificationOutcome;

    /// <summary>A readable message without a hash or with a wrong one: not to be believed.</summary>
    public sealed record Unverified : NotificationOutcome;

    /// <summary>No message can be read from the body.</summary>
    public sealed record Unreadable : NotificationOutcome;
}
