using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.Gateway;

/// <summary>One API behind the Payment Action addresses; the document's root element selects it.</summary>
internal interface IRootElement
{
    string Name { get; }

    IGatewayAnswer Answer(XmlMessage message, CallContext context);

    /// <summary>An answer that refuses without doing anything, for faults on command.</summary>
    IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed);
}
