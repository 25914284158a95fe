using TwoC2P.Envelopes;
using TwoC2P.Outcomes;

namespace TwoC2P.Calls;

/// <summary>How one exchange of messages ended. Whether a received message is believed is for its evidence to say.</summary>
internal abstract record MessageReply
{
    private MessageReply() { }

    internal sealed record Received(OpenedMessage Opened) : MessageReply;

    internal sealed record NeverSent(NeverSentReason Reason) : MessageReply;

    internal sealed record Unknown(UnknownReason Reason, int? HttpStatus) : MessageReply
    {
        /// <summary>What came instead of a readable message.</summary>
        public FoundEnvelope Found { get; init; }
    }
}
