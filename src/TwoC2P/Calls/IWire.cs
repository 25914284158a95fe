using TwoC2P.Messages;
using TwoC2P.Outcomes;

namespace TwoC2P.Calls;

/// <summary>How messages travel to one address, and how both sides prove who wrote them.</summary>
internal interface IWire
{
    Uri Endpoint { get; }

    string MediaType { get; }

    /// <summary>What is said of an answer that cannot be opened.</summary>
    UnknownReason NotOpened { get; }

    /// <summary>The body that carries a message, signed.</summary>
    /// <exception cref="InvalidOperationException">The merchant is configured without a key or certificate that this needs.</exception>
    byte[] Seal(WireMessage message, MessageExchange exchange);

    /// <summary>The messages that an answer's text may hold, best first, each with what proves it.</summary>
    IEnumerable<OpenedMessage> Open(string text, MessageExchange exchange);
}
