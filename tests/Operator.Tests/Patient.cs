using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Operator.Doctor;
using Sandbox.KeyVault;
using TwoC2P.Simulator.Hosting;

namespace Operator.Tests;

/// <summary>A merchant of the new generation with everything right: vault, keys, portal and gateway. A test spoils one thing.</summary>
internal sealed class Patient : IAsyncDisposable
{
    public const string Id = "JT06";

    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);

    private Patient(KeyVaultEmulator vault, WebApplication gateway, HttpClient portal)
    {
        Vault = vault;
        Gateway = gateway;
        Portal = portal;
    }

    public KeyVaultEmulator Vault { get; }

    public HttpClient Portal { get; }

    /// <summary>The machine's clock; right unless a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public X509Certificate2 Key { get; private set; } = null!;

    private WebApplication Gateway { get; }

    public static async Task<Patient> HealthyAsync()
    {
        var vault = await KeyVaultEmulator.StartAsync(new KeyVaultEmulatorOptions());
        var gateway = SimulatorApp.Create(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:TwoC2P", "Warning"],
            TimeProvider.System
        );
        await gateway.StartAsync();
#pragma warning disable RS0030 // Tests have no service provider to ask for a factory.
        var portal = new HttpClient { BaseAddress = new Uri(new Uri(gateway.Urls.First()), "_control/") };
#pragma warning restore RS0030
        var sut = new Patient(vault, gateway, portal);
        await sut.SetUpAsync();
        return sut;
    }

    public string this[string setting]
    {
        set => settings[setting] = value;
    }

    public Uri Address(string path) => new(new Uri(Gateway.Urls.First()), path);

    /// <summary>The causes that are named; none for a healthy merchant.</summary>
    public async Task<IReadOnlyList<string>> CausesAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = DoctorServices.Create(configuration, Time);
        var findings = await services.GetRequiredService<Examination>().ExamineAsync(Id, TestContext.Current.CancellationToken);
        return [.. findings.Select(finding => finding.Problem).OfType<string>()];
    }

    public async Task PutAsync(string path, string text = "")
    {
        using var response = await Portal.PutAsync(new Uri(path, UriKind.Relative), new StringContent(text));
        response.EnsureSuccessStatusCode();
    }

    public static X509Certificate2 NewCertificate(DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var end = until ?? TimeProvider.System.GetUtcNow().AddYears(1);
        return new CertificateRequest($"CN={Id}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            end.AddYears(-2),
            end
        );
    }

    public void StoreKey(X509Certificate2 certificate) =>
        Vault.SetSecret($"{Id}-jose-key", Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12)));

    public Task UploadAsync(X509Certificate2 certificate, string name, bool asDefault) =>
        PutAsync($"jose/merchants/{Id}/keys/{name}?asDefault={asDefault}", certificate.ExportCertificatePem());

    public async ValueTask DisposeAsync()
    {
        Portal.Dispose();
        await Gateway.DisposeAsync();
        await Vault.DisposeAsync();
    }

    private async Task SetUpAsync()
    {
        var pem = Path.Combine(Directory.CreateTempSubdirectory("doctor-").FullName, "vault.pem");
        await File.WriteAllTextAsync(pem, Vault.CertificatePem);
        settings["KeyVault:Uri"] = Vault.VaultUri.ToString();
        settings["KeyVault:EmulatorCertificate"] = pem;
        settings[$"Merchants:{Id}:Environment"] = "sandbox";
        settings[$"Merchants:{Id}:Envelope"] = "Jose";
        settings[$"Merchants:{Id}:Endpoint"] = Address("2C2PFrontend/PaymentAction/2.0/action").ToString();

        Key = NewCertificate();
        Vault.SetSecret($"{Id}-secret-key", "gVULqA2gT6Gi");
        StoreKey(Key);
        Vault.SetSecret($"{Id}-gateway-jose-key", await Portal.GetStringAsync(new Uri("jose/gateway-key", UriKind.Relative)));
        await UploadAsync(Key, "first", asDefault: true);
    }
}
