using System.Text;
using TwoC2P.Calls;
using TwoC2P.Envelopes;
using TwoC2P.Keys;
using TwoC2P.Merchants;
using TwoC2P.Messages;
using TwoC2P.Outcomes;

namespace TwoC2P.QuickPay;

/// <summary>Base64 of JSON as plain text, both ways.</summary>
internal sealed class QuickPayWire(Uri endpoint, GatewayKeys keys) : IWire
{
    public Uri Endpoint => endpoint;

    public string MediaType => "text/plain";

    public static QuickPayWire Direct(GatewayMerchant merchant) =>
        new(merchant.Protocol.QuickPay.DirectApi ?? Beside(merchant.Endpoint, "DirectAPI"), merchant.Keys);

    public static QuickPayWire Delivery(GatewayMerchant merchant) =>
        new(merchant.Protocol.QuickPay.DeliveryApi ?? Beside(merchant.Endpoint, "DeliveryAPI"), merchant.Keys);

    public UnknownReason NotOpened => UnknownReason.Unreadable;

    public byte[] Seal(WireMessage message, MessageExchange exchange)
    {
        HashedMessages.Sign(message, exchange, keys);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(MessageJson.Write(message, exchange.Request)));
    }

    public IEnumerable<OpenedMessage> Open(string text, MessageExchange exchange) =>
        EnvelopeText.Find(text) is { Kind: FoundEnvelope.Json } found
        && MessageJson.Read(found.Bytes, exchange.Answer) is { } message
            ? [HashedMessages.Verify(message, exchange, keys)]
            : [];

    // https://t.2c2p.com/PaymentActionV2/X.aspx and …/PaymentAction/2.0/action -> https://t.2c2p.com/QuickPay/…; QuickPay's sandbox is published with a capital E, Payment
    // Action's without.
    private static Uri Beside(Uri paymentAction, string api)
    {
        var isJose = paymentAction.AbsolutePath.EndsWith("/2.0/action", StringComparison.OrdinalIgnoreCase);
        var address = new Uri(paymentAction, isJose ? $"../../QuickPay/{api}" : $"../QuickPay/{api}").AbsoluteUri;
        return new Uri(address.Replace("/2C2PFrontend/", "/2C2PFrontEnd/", StringComparison.Ordinal));
    }
}
