using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.RootElements;

/// <summary>One API behind the Payment Action addresses; the document's root element selects it.</summary>
internal interface IRootElement
{
    string Name { get; }

    /// <summary>What the call is about, for the log of calls and for faults; nothing in it is verified yet.</summary>
    CallSubject SubjectOf(XmlMessage message);

    IGatewayAnswer Answer(XmlMessage message, CallContext context);

    /// <summary>An answer that refuses without doing anything, for faults on command.</summary>
    IGatewayAnswer Refuse(XmlMessage message, string respCode, string? status, bool signed);
}
