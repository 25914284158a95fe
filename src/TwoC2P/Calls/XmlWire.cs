using System.Security.Cryptography;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.Outcomes;

namespace TwoC2P.Calls;

/// <summary>XML in an envelope in the form field <c>paymentRequest</c>; the answer is the bare envelope of the same kind.</summary>
internal sealed class XmlWire(Uri endpoint, EnvelopeKind envelope, GatewayKeys keys) : IWire
{
    public Uri Endpoint => endpoint;

    public string MediaType => "application/x-www-form-urlencoded";

    public UnknownReason NotOpened => UnknownReason.Unreadable;

    public byte[] Seal(WireMessage message, MessageExchange exchange)
    {
        HashedMessages.Sign(message, exchange, keys);
        var xml = MessageXmlWriter.Write(message, exchange.Request);
        try
        {
            return Encoding.ASCII.GetBytes($"paymentRequest={Uri.EscapeDataString(Envelope.Seal(xml, envelope, keys))}");
        }
        finally
        {
            // The clear text may hold a card number.
            CryptographicOperations.ZeroMemory(xml);
        }
    }

    public IEnumerable<OpenedMessage> Open(string text, MessageExchange exchange) =>
        Envelope
            .Open(text, envelope, keys)
            .Select(xml => MessageXmlReader.Read(xml, exchange.Answer))
            .OfType<WireMessage>()
            .Select(message => HashedMessages.Verify(message, exchange, keys));
}
