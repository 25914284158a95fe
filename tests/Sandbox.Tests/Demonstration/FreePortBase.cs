using System.Net.NetworkInformation;
using System.Security.Cryptography;

namespace Sandbox.Tests.Demonstration;

/// <summary>A number for <c>--port-base</c> of which all seven ports are free at the moment of asking.</summary>
internal static class FreePortBase
{
    // Below the ports that the system hands out by itself.
    private const int First = 21_000;
    private const int Last = 31_000;

    public static string Next()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();
        while (true)
        {
            var candidate = RandomNumberGenerator
                .GetInt32(First, Last)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Ports(SandboxPorts.FromBase(candidate)!).All(port => !taken.Contains(port)))
                return candidate;
        }
    }

    private static int[] Ports(SandboxPorts ports) =>
        [ports.App, ports.Simulator, ports.Vault, ports.Identity, ports.Blob, ports.Queue, ports.Table];
}
