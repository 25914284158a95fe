using System.Text;
using TwoC2P.Calls;
using TwoC2P.Envelopes;
using TwoC2P.Messages;
using TwoC2P.PaymentAction;

namespace TwoC2P.QuickPay;

/// <summary>Base64 of JSON as plain text, both ways.</summary>
internal sealed class QuickPayWire(Uri endpoint) : IWire
{
    public Uri Endpoint => endpoint;

    public string MediaType => "text/plain";

    public static QuickPayWire Direct(PaymentActionMerchant merchant) =>
        new(merchant.Protocol.QuickPay.DirectApi ?? Beside(merchant.Endpoint, "DirectAPI"));

    public static QuickPayWire Delivery(PaymentActionMerchant merchant) =>
        new(merchant.Protocol.QuickPay.DeliveryApi ?? Beside(merchant.Endpoint, "DeliveryAPI"));

    public byte[] Seal(WireMessage message, MessageLayout layout) =>
        Encoding.ASCII.GetBytes(Convert.ToBase64String(MessageJson.Write(message, layout)));

    public IEnumerable<WireMessage?> Open(string text, MessageLayout layout) =>
        Base64Text.Decode(text) is { } json ? [MessageJson.Read(json, layout)] : [];

    // https://t.2c2p.com/PaymentActionV2/X.aspx -> https://t.2c2p.com/QuickPay/…; QuickPay's sandbox is published with a capital E, Payment Action's without.
    private static Uri Beside(Uri paymentAction, string api)
    {
        var address = new Uri(paymentAction, $"../QuickPay/{api}").AbsoluteUri;
        return new Uri(address.Replace("/2C2PFrontend/", "/2C2PFrontEnd/", StringComparison.Ordinal));
    }
}
