using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Sandbox.Certificates;

namespace Sandbox.KeyVault;

/// <summary>
/// Azure Key Vault's secrets API and App Service's identity endpoint on this machine: SecretClient and
/// DefaultAzureCredential work with it unchanged. Secrets live in memory, and neither names nor values are logged.
/// </summary>
public sealed class KeyVaultEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SecretStore _secrets;
    private readonly VaultGate _gate;

    private KeyVaultEmulator(
        WebApplication app,
        SecretStore secrets,
        VaultGate gate,
        string identityHeader,
        string certificatePem
    )
    {
        _app = app;
        _secrets = secrets;
        _gate = gate;
        IdentityHeader = identityHeader;
        CertificatePem = certificatePem;
    }

    /// <summary>Address of the vault, https on 127.0.0.1.</summary>
    public Uri VaultUri => Address(Uri.UriSchemeHttps, "/");

    /// <summary>Value for the variable IDENTITY_ENDPOINT.</summary>
    public Uri IdentityEndpointUri => Address(Uri.UriSchemeHttp, IdentityEndpoint.Path);

    /// <summary>Value for the variable IDENTITY_HEADER: who does not send it gets no token.</summary>
    public string IdentityHeader { get; }

    /// <summary>The TLS certificate that callers have to pin, without its key.</summary>
    public string CertificatePem { get; }

    /// <summary>How many calls the vault has received, the challenged ones included.</summary>
    public int Requests => _gate.Requests;

    /// <summary>How many calls for the list of a secret's versions the vault has received: the first call of every reading, and its repetition.</summary>
    public int ListingsOf(string name) => _gate.RequestsOf($"/secrets/{name}/versions");

    /// <summary>Whether the vault answers.</summary>
    public KeyVaultAvailability Availability
    {
        get => _gate.Availability;
        set => _gate.Availability = value;
    }

    /// <summary>Called with the method and the path of each call that is let in, just before it is answered: tests do there what another does at the same time.</summary>
    public Func<string, string, Task>? BeforeAnswer
    {
        get => _gate.BeforeAnswer;
        set => _gate.BeforeAnswer = value;
    }

    /// <summary>Starts the emulator on 127.0.0.1.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<KeyVaultEmulator> StartAsync(
        KeyVaultEmulatorOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var certificate = options.Certificate ?? LoopbackCertificate.Create(options.TimeProvider);
        var secrets = new SecretStore(options.TimeProvider);
        var gate = new VaultGate();
        var identityHeader = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

        // The empty builder reads no files and no environment, and has no logging provider.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddRouting();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.VaultPort, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, options.IdentityPort);
        });

        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.Response.Headers.Date = options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
                return next(context);
            }
        );
        app.Use(gate.InvokeAsync);
        IdentityEndpoint.Map(app, identityHeader);
        new SecretEndpoints(secrets).Map(app);
        await app.StartAsync(cancellationToken);
        return new KeyVaultEmulator(app, secrets, gate, identityHeader, certificate.ExportCertificatePem());
    }

    /// <summary>Adds a version, which becomes the current one.</summary>
    /// <returns>The version's id.</returns>
    public string SetSecret(string name, string value) => _secrets.Add(name, value).Id;

    /// <summary>Adds a version that has its id from an earlier run: what was sealed with it names it.</summary>
    internal void SetSecret(string name, string value, string versionId) => _secrets.Add(name, value, versionId);

    /// <summary>Names and values of every version of every secret: for those who look whether one of them is anywhere else.</summary>
    internal IEnumerable<(string Name, string Value)> Values => _secrets.All().Select(version => (version.Name, version.Value));

    /// <summary>Disables one version; reading it is then forbidden.</summary>
    public void Disable(string name, string versionId) => _secrets.Disable(name, versionId);

    /// <summary>Deletes a secret with all its versions.</summary>
    public void Delete(string name) => _secrets.Delete(name);

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Uri Address(string scheme, string path)
    {
        var addresses = _app
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses;
        return new Uri(new Uri(addresses.First(address => address.StartsWith(scheme + ":", StringComparison.Ordinal))), path);
    }
}
