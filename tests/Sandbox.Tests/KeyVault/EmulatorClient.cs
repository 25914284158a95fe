using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Sandbox.KeyVault;

namespace Sandbox.Tests.KeyVault;

/// <summary>The real SecretClient with the real managed-identity credential, pointed at an emulator.</summary>
internal static class EmulatorClient
{
    public static SecretClient SecretClientFor(KeyVaultEmulator emulator, TokenCredential? credential = null)
    {
        var options = new SecretClientOptions
        {
            DisableChallengeResourceVerification = true,
            Transport = new HttpClientTransport(TrustingHandler(emulator)),
            Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(5) },
        };
        return new SecretClient(emulator.VaultUri, credential ?? IdentityCredential(emulator), options);
    }

    public static SocketsHttpHandler TrustingHandler(KeyVaultEmulator emulator) =>
        new()
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate is System.Security.Cryptography.X509Certificates.X509Certificate2 presented
                    && presented.ExportCertificatePem() == emulator.CertificatePem,
            },
        };

    // The SDK reads these from the environment only, once per credential.
    private static ManagedIdentityCredential IdentityCredential(KeyVaultEmulator emulator)
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", emulator.IdentityEndpointUri.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", emulator.IdentityHeader);
        return new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }
}
