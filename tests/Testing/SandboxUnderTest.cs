using Sandbox;

namespace Testing;

/// <summary>With what the sandbox of a test is started: free ports, a folder that nobody else uses, and time enough for its accepts.</summary>
public static class SandboxUnderTest
{
    /// <summary>The folder's parent is new and holds nothing else.</summary>
    public static SandboxOptions Options() => In(Directory.CreateTempSubdirectory("sandbox-").FullName);

    /// <summary>The same without the app, which then can be started later.</summary>
    public static SandboxOptions WithoutApp() => Options() with { StartApp = false };

    /// <summary>The same below a folder of the test's own.</summary>
    public static SandboxOptions In(string folder) =>
        new()
        {
            Folder = Path.Combine(folder, ".sandbox"),
            Ports = Ports(),
            // A busy build machine is not what these tests are about.
            AppSettings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OperationTimes__AcceptDeadline"] = "00:00:50",
            },
        };

    /// <summary>Free ports for all its parts.</summary>
    public static SandboxPorts Ports()
    {
        var ports = FreePorts.Many(7);
        return new SandboxPorts
        {
            App = ports[0],
            Simulator = ports[1],
            Vault = ports[2],
            Identity = ports[3],
            Blob = ports[4],
            Queue = ports[5],
            Table = ports[6],
        };
    }
}
