using System.Security.Cryptography;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.Outcomes;
using TwoC2P.Signing;

namespace TwoC2P.Calls;

/// <summary>The new generation: the body is the bare token, both ways, and its signature takes the place of <c>hashValue</c>.</summary>
internal sealed class JoseWire(Uri endpoint, JoseKeys keys) : IWire
{
    public Uri Endpoint => endpoint;

    public string MediaType => "text/plain";

    // Who wrote it is known before anything is read: what does not open is nobody's word.
    public UnknownReason NotOpened => UnknownReason.Unverified;

    public byte[] Seal(WireMessage message, MessageExchange exchange)
    {
        var xml = MessageXmlWriter.Write(message, exchange.Request);
        try
        {
            return Encoding.ASCII.GetBytes(JoseToken.Seal(xml, keys));
        }
        finally
        {
            // The clear text may hold a card number.
            CryptographicOperations.ZeroMemory(xml);
        }
    }

    public IEnumerable<OpenedMessage> Open(string text, MessageExchange exchange) =>
        Read(text, exchange.Answer, keys) is { } opened ? [opened] : [];

    /// <summary>A token's message, or null when the text is no token of 2C2P's with a message of this layout.</summary>
    public static OpenedMessage? Read(string text, MessageLayout layout, JoseKeys keys)
    {
        if (
            JoseToken.Open(text.Trim(Base64Text.Around.ToCharArray()), keys) is not { } opened
            || MessageXmlReader.Read(opened.Xml, layout) is not { } message
        )
            return null;

        var digest = ContentDigest.Of(message, layout);
        return new OpenedMessage(message, new AnswerEvidence(HashForm.Signature, opened.KeyVersion, digest));
    }
}
