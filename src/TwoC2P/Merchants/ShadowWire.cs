using TwoC2P.Envelopes;

namespace TwoC2P.Merchants;

/// <summary>
/// The second wire of a merchant that moves from one generation of 2C2P's APIs to the other: every read is asked over it too, and the two answers are compared. It decides nothing,
/// and nothing that moves money or changes anything is ever sent over it.
/// </summary>
/// <param name="Envelope">Its envelope.</param>
/// <param name="Endpoint">The address that takes it.</param>
/// <param name="Version">The Payment Action version that is sent over it; the other APIs send their own.</param>
public sealed record ShadowWire(EnvelopeKind Envelope, Uri Endpoint, string Version);
