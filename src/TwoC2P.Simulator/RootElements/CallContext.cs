using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Faults;

namespace TwoC2P.Simulator.RootElements;

/// <summary>What the work needs to know about its call besides the message.</summary>
internal sealed record CallContext(EnvelopeKind Envelope, FaultPlan Faults);
