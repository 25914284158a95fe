using System.Security.Cryptography;
using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;
using TwoC2P.Protocol;

namespace TwoC2P.Calls;

/// <summary>XML in an envelope in the form field <c>paymentRequest</c>; the answer is the bare envelope of the same kind.</summary>
internal sealed class XmlWire(Uri endpoint, EnvelopeKind envelope, GatewayKeys keys) : IWire
{
    private const string Pkcs7Page = "PaymentAction.aspx";
    private const string Base64Page = "PaymentProcess.aspx";

    public Uri Endpoint => endpoint;

    public string MediaType => "application/x-www-form-urlencoded";

    public static XmlWire For(PaymentActionMerchant merchant) => new(merchant.Endpoint, merchant.Envelope, merchant.Keys);

    /// <exception cref="InvalidOperationException">The address for the envelope is neither configured nor known.</exception>
    public static XmlWire For(PaymentActionMerchant merchant, XmlApiSettings api) =>
        new(api.Endpoint ?? AddressFor(merchant, api.Envelope), api.Envelope, merchant.Keys);

    public byte[] Seal(WireMessage message, MessageLayout layout)
    {
        var xml = MessageXmlWriter.Write(message, layout);
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

    public IEnumerable<WireMessage?> Open(string text, MessageLayout layout) =>
        Envelope.Open(text, envelope, keys).Select(xml => MessageXmlReader.Read(xml, layout));

    private static Uri AddressFor(PaymentActionMerchant merchant, EnvelopeKind envelope)
    {
        if (merchant.Envelope == envelope)
            return merchant.Endpoint;

        var (wanted, other) = envelope is EnvelopeKind.Pkcs7 ? (Pkcs7Page, Base64Page) : (Base64Page, Pkcs7Page);
        return merchant.Endpoint.AbsolutePath.EndsWith($"/{other}", StringComparison.OrdinalIgnoreCase)
            ? new Uri(merchant.Endpoint, wanted)
            : throw new InvalidOperationException($"Configure the API's address: it takes {envelope}, the merchant's does not.");
    }
}
