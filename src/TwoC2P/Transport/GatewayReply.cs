using TwoC2P.Outcomes;

namespace TwoC2P.Transport;

/// <summary>How one HTTP call to 2C2P ended.</summary>
internal abstract record GatewayReply
{
    private GatewayReply() { }

    internal sealed record Received(byte[] Body) : GatewayReply;

    internal sealed record NeverSent(NeverSentReason Reason) : GatewayReply;

    internal sealed record Unknown(UnknownReason Reason, int? HttpStatus) : GatewayReply;
}
