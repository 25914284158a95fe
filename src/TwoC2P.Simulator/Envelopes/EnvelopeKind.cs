namespace TwoC2P.Simulator.Envelopes;

/// <summary>The envelope of a request, which its answer and its notifications use too.</summary>
internal enum EnvelopeKind
{
    Base64,
    Pkcs7,
    Jose,
}
