using System.Globalization;
using Documentation.Tests.Reading;
using Sandbox;
using Testing;

namespace Documentation.Tests.Running;

/// <summary>
/// The sandbox as <c>serve</c> starts it, once for all documents and samples, on free ports: where a document says 7071 or 7080, what is run has the ports of this one. Nothing else of a block is changed.
/// </summary>
public sealed class DocumentedSandbox : IAsyncLifetime
{
    private SandboxEnvironment? sandbox;

    public SandboxEnvironment Sandbox => sandbox ?? throw new InvalidOperationException("The sandbox has not started.");

    /// <summary>With what it was started.</summary>
    public SandboxOptions Options { get; private set; } = new();

    /// <summary>The API's address.</summary>
    public Uri Api => new(Sandbox.App.Address, "api");

    /// <summary>A folder for what is written.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("documented-").FullName;

    /// <summary>What the first merchant is told by webhooks.</summary>
    public ShopMailbox Mailbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Mailbox = await ShopMailbox.StartAsync();
        Options = SandboxUnderTest.In(Folder) with
        {
            WebhookUrl = Mailbox.Address,
            SimulatorArguments = ["--void-cut-off", "none"],
        };
        var starting = SandboxEnvironment.StartAsync(Options);
        var compiling = CompileAsync();
        sandbox = await starting;
        await compiling;
    }

    // The first run of a file compiles it. One after the other: they share a folder of the SDK's.
    private static async Task CompileAsync()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Documents.Root, "docs", "samples", "csharp"), "*.cs"))
            (await Execution.RunAsync("dotnet", ["build", file], Documents.Root)).ShouldHaveSucceeded();
    }

    public async ValueTask DisposeAsync()
    {
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        await Mailbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A text of a document with the ports of this sandbox, or with another port for the simulator.</summary>
    public string WithPorts(string text, int? simulator = null) =>
        text.Replace("127.0.0.1:7071", At(Options.Ports.App), StringComparison.Ordinal)
            .Replace("127.0.0.1:7080", At(simulator ?? Options.Ports.Simulator), StringComparison.Ordinal);

    /// <summary>The variables that the operator's program and the samples read: this sandbox instead of the one at 7071.</summary>
    public Dictionary<string, string> Environment(string apiKey = "sandbox-JT01") =>
        new(StringComparer.Ordinal)
        {
            ["GATEWAY_URL"] = Api.ToString(),
            ["GATEWAY_MERCHANT"] = "JT01",
            ["GATEWAY_API_KEY"] = apiKey,
        };

    private static string At(int port) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
}
