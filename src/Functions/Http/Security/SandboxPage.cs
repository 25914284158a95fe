using System.Globalization;
using Microsoft.Extensions.Primitives;
using PaymentOperations.Merchants;
using PaymentOperations.Workflow;

namespace PaymentGateway.Http.Security;

/// <summary>
/// The API reference of a sandbox, which may send calls with the sandbox's key. A sandbox is known by two settings that no app with real money has: its own address is a loopback address,
/// where 2C2P could not reach it, and no merchant is live.
/// </summary>
public sealed class SandboxPage(PublicAddress address, IMerchants merchants)
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Whether this app is a sandbox.</summary>
    public bool IsOffered =>
        new Uri(address.BaseUrl).IsLoopback && merchants.All.All(merchant => merchant.Environment is GatewayEnvironment.Sandbox);

    /// <summary>
    /// Whether a call comes from that page: browsers name the page's origin, and no page can name another. The name of the machine must be its own, because any other name can be made to lead here.
    /// </summary>
    public bool IsOrigin(StringValues origin)
    {
        if (origin is not [{ } only] || !IsOffered)
            return false;

        var port = new Uri(address.BaseUrl).Port.ToString(CultureInfo.InvariantCulture);
        return Hosts.Any(host => only == $"http://{host}:{port}");
    }
}
