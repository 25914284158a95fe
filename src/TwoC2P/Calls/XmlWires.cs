using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Protocol;

namespace TwoC2P.Calls;

/// <summary>The wire of an XML API by its envelope, and the address that takes it.</summary>
internal static class XmlWires
{
    // Each is reached from the others: …/PaymentActionV2/PaymentAction.aspx, …/PaymentActionV2/PaymentProcess.aspx and …/PaymentAction/2.0/action.
    private const string Pkcs7Page = "PaymentAction.aspx";
    private const string Base64Page = "PaymentProcess.aspx";
    private const string JosePath = "PaymentAction/2.0/action";
    private const string HashedFolder = "PaymentActionV2";

    public static IWire For(GatewayMerchant merchant) => Of(merchant, merchant.Envelope, merchant.Endpoint);

    /// <exception cref="InvalidOperationException">The address for the envelope is neither configured nor known.</exception>
    public static IWire For(GatewayMerchant merchant, XmlApiSettings api) =>
        Of(merchant, api.Envelope, api.Endpoint ?? AddressFor(merchant, api.Envelope));

    /// <summary>The wire that reads are asked over too; null when there is none beside the one in use.</summary>
    public static Func<IWire>? Beside(GatewayMerchant merchant, EnvelopeKind used) =>
        merchant.Shadow is { } shadow && shadow.Envelope != used ? () => Of(merchant, shadow.Envelope, shadow.Endpoint) : null;

    private static IWire Of(GatewayMerchant merchant, EnvelopeKind envelope, Uri endpoint) =>
        envelope is EnvelopeKind.Jose
            ? new JoseWire(
                endpoint,
                merchant.Keys.Jose
                    ?? throw new InvalidOperationException(
                        "Configure the merchant's key pair and 2C2P's public key: tokens need both."
                    )
            )
            : new XmlWire(endpoint, envelope, merchant.Keys);

    private static Uri AddressFor(GatewayMerchant merchant, EnvelopeKind envelope)
    {
        if (merchant.Envelope == envelope)
            return merchant.Endpoint;

        return Neighbour(merchant.Endpoint, envelope)
            ?? throw new InvalidOperationException($"Configure the API's address: it takes {envelope}, the merchant's does not.");
    }

    private static Uri? Neighbour(Uri endpoint, EnvelopeKind envelope)
    {
        var isHashed = EndsWith(endpoint, Pkcs7Page) || EndsWith(endpoint, Base64Page);
        if (envelope is EnvelopeKind.Jose)
            return isHashed ? new Uri(endpoint, $"../{JosePath}") : null;

        var page = envelope is EnvelopeKind.Pkcs7 ? Pkcs7Page : Base64Page;
        if (isHashed)
            return new Uri(endpoint, page);
        return EndsWith(endpoint, JosePath) ? new Uri(endpoint, $"../../{HashedFolder}/{page}") : null;
    }

    private static bool EndsWith(Uri endpoint, string path) =>
        endpoint.AbsolutePath.EndsWith($"/{path}", StringComparison.OrdinalIgnoreCase);
}
