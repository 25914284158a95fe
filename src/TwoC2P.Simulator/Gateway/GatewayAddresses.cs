using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.QuickPay;

namespace TwoC2P.Simulator.Gateway;

internal static class GatewayAddresses
{
    // 2C2P's sandbox puts its addresses under /2C2PFrontend, its production gateway does not. Routes ignore letter case.
    private static readonly string[] Prefixes = ["/2C2PFrontend", ""];

    public static void MapGateway(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<PaymentActionEndpoint>();
        var base64 = app.Services.GetRequiredService<Base64Envelope>();
        var pkcs7 = app.Services.GetRequiredService<Pkcs7Envelope>();
        var quickPay = app.Services.GetRequiredService<QuickPayEndpoint>();
        foreach (var prefix in Prefixes)
        {
            app.MapPost($"{prefix}/PaymentActionV2/PaymentProcess.aspx", context => endpoint.HandleAsync(context, base64));
            app.MapPost($"{prefix}/PaymentActionV2/PaymentAction.aspx", context => endpoint.HandleAsync(context, pkcs7));
            app.MapPost($"{prefix}/QuickPay/DirectAPI", context => quickPay.HandleAsync(context, isDelivery: false));
            app.MapPost($"{prefix}/QuickPay/DeliveryAPI", context => quickPay.HandleAsync(context, isDelivery: true));
        }
    }
}
