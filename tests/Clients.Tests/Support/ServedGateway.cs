using Sandbox;
using Testing;
using Testing.Contract;

namespace Clients.Tests.Support;

/// <summary>The sandbox with its app, once for all tests: what a shop's client calls. Each test refunds a part of the same seeded payment.</summary>
public sealed class ServedGateway : IAsyncLifetime
{
    public const string MerchantId = "JT01";
    public const string ApiKey = "sandbox-JT01";
    public const string InvoiceNo = "INV-SETTLED-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("clients-").FullName;
    private SandboxEnvironment? _sandbox;

    /// <summary>Where the API is, ending in <c>/api/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A handler that fails a test at an answer that the contract does not describe.</summary>
    public static HttpMessageHandler NewHandler() => new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxEnvironment.StartAsync(SandboxUnderTest.In(_folder));
        Address = new Uri(_sandbox.App.Address, "api/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
