using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;
using PaymentOperations.Merchants.Vault;
using PaymentOperations.Tests.Support;
using Sandbox.KeyVault;
using TwoC2P;

namespace PaymentOperations.Tests.Merchants;

/// <summary>An emulator and, beside it, the services as the app registers them: real SecretClient, real credential, https.</summary>
internal sealed class VaultUnderTest : IAsyncDisposable
{
    public static readonly MerchantId JT01 = new("JT01");
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ServiceProvider _services;

    private VaultUnderTest(KeyVaultEmulator emulator, FakeTimeProvider clock, ServiceCollection services)
    {
        Emulator = emulator;
        Clock = clock;
        services.AddSingleton<ILogger<MerchantSecrets>>(Log);
        _services = services.BuildServiceProvider();
    }

    public KeyVaultEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    public IMerchantSecrets Secrets => _services.GetRequiredService<IMerchantSecrets>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What the cache logged, each line beginning with its event id.</summary>
    public ListLogger<MerchantSecrets> Log { get; } = new();

    /// <summary>Held, no reading goes on: as slow as a test wants a vault to be.</summary>
    public HeldSource Held => (HeldSource)_services.GetRequiredService<ISecretSource>();

    public Merchant Merchant => _services.GetRequiredService<IMerchants>().Find(JT01.Text).ShouldNotBeNull();

    public static async Task<VaultUnderTest> StartAsync(string envelope = "Base64", string? pinnedPem = null)
    {
        var emulator = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        var pem = Path.Combine(Directory.CreateTempSubdirectory("vault-").FullName, "vault.pem");
        await File.WriteAllTextAsync(pem, pinnedPem ?? emulator.CertificatePem);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["KeyVault:Uri"] = emulator.VaultUri.ToString(),
                    ["KeyVault:EmulatorCertificate"] = pem,
                    ["Merchants:JT01:Environment"] = "sandbox",
                    ["Merchants:JT01:Envelope"] = envelope,
                    ["Merchants:JT01:Webhooks:Url"] = "https://shop.example.com/hooks",
                }
            )
            .Build();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(clock).AddMerchants(configuration);
        var source = services.Single(service => service.ServiceType == typeof(ISecretSource));
        services.AddSingleton<ISecretSource>(provider => new HeldSource((ISecretSource)source.ImplementationFactory!(provider)));
        return new VaultUnderTest(emulator, clock, services);
    }

    /// <summary>The versions of JT01's secret key that are in use, current first.</summary>
    public async Task<string[]> SecretKeyVersionsAsync()
    {
        var merchant = await Secrets.GetGatewayMerchantAsync(Merchant, None);
        return [.. merchant.Keys.SecretKeys.Select(key => key.Version)];
    }

    /// <summary>After a message that did not verify: whether there are other keys now.</summary>
    public async Task<bool> FindsOtherKeysAsync()
    {
        var used = await Secrets.GetGatewayMerchantAsync(Merchant, None);
        return await Secrets.FindOtherKeysAsync(Merchant, used, KeyDoubt.Unproved, None) is not null;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
