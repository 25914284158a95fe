using TwoC2P.Messages;

namespace TwoC2P.Calls;

/// <summary>How messages travel to one address.</summary>
internal interface IWire
{
    Uri Endpoint { get; }

    string MediaType { get; }

    /// <summary>The body that carries a signed message.</summary>
    byte[] Seal(WireMessage message, MessageLayout layout);

    /// <summary>The messages that an answer's text may hold, best first.</summary>
    IEnumerable<WireMessage?> Open(string text, MessageLayout layout);
}
