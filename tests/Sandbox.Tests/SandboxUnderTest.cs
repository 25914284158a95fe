using Testing;

namespace Sandbox.Tests;

/// <summary>Options for a sandbox of a test's own: free ports and a folder nobody else uses.</summary>
internal static class SandboxUnderTest
{
    public static SandboxOptions Options()
    {
        var ports = FreePorts.Many(7);
        return new SandboxOptions
        {
            Folder = Path.Combine(Directory.CreateTempSubdirectory("sandbox-").FullName, ".sandbox"),
            StartApp = false,
            Ports = new SandboxPorts
            {
                App = ports[0],
                Simulator = ports[1],
                Vault = ports[2],
                Identity = ports[3],
                Blob = ports[4],
                Queue = ports[5],
                Table = ports[6],
            },
        };
    }
}
