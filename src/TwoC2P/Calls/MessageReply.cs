using TwoC2P.Messages;
using TwoC2P.PaymentAction;

namespace TwoC2P.Calls;

/// <summary>How one exchange of messages ended. Nothing of a received message is verified yet.</summary>
internal abstract record MessageReply
{
    private MessageReply() { }

    internal sealed record Received(WireMessage Message) : MessageReply;

    internal sealed record NeverSent(NeverSentReason Reason) : MessageReply;

    internal sealed record Unknown(UnknownReason Reason, int? HttpStatus) : MessageReply;
}
