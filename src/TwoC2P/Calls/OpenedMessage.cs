using TwoC2P.Messages;
using TwoC2P.Signing;

namespace TwoC2P.Calls;

/// <summary>A message that was read from an answer.</summary>
/// <param name="Message">Its fields.</param>
/// <param name="Evidence">Why it is believed; null when nothing proves that 2C2P wrote it.</param>
internal sealed record OpenedMessage(WireMessage Message, AnswerEvidence? Evidence);
