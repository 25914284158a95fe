using Sandbox;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>The storage account as an app finds it that reaches parts of it through a proxy.</summary>
internal static class ProxiedStorage
{
    // Published by Microsoft for every Azurite.
    private const string Account =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <param name="ports">Where it really is.</param>
    /// <param name="queue">The proxy's port for queues.</param>
    /// <param name="table">The proxy's port for tables; null: they are reached straight.</param>
    public static string ConnectionString(SandboxPorts ports, int queue, int? table = null) =>
        $"DefaultEndpointsProtocol=http;{Account};BlobEndpoint={Local(ports.Blob)};"
        + $"QueueEndpoint={Local(queue)};TableEndpoint={Local(table ?? ports.Table)};";

    private static string Local(int port) => $"http://127.0.0.1:{port}/devstoreaccount1";
}
