using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace PaymentOperations.Merchants.Vault;

/// <summary>Makes the one SecretClient: managed identity in Azure, and the same code against the emulator.</summary>
internal static class VaultClient
{
    public static SecretClient Create(KeyVaultOptions options)
    {
        var clientOptions = new SecretClientOptions();
        AnswerSoon(clientOptions.Retry);
        if (!string.IsNullOrEmpty(options.EmulatorCertificate))
        {
            clientOptions.Transport = new HttpClientTransport(HandlerThatTrustsOnly(options.EmulatorCertificate));
            // The SDK only believes challenges of Azure's own domains; a loopback host has none.
            clientOptions.DisableChallengeResourceVerification = true;
        }

        var credentialOptions = new DefaultAzureCredentialOptions();
        AnswerSoon(credentialOptions.Retry);
        return new SecretClient(new Uri(options.Uri!), new DefaultAzureCredential(credentialOptions), clientOptions);
    }

    // A caller of ours waits for this: two short tries, and then the value that we still know.
    private static void AnswerSoon(RetryOptions retry)
    {
        retry.Mode = RetryMode.Fixed;
        retry.MaxRetries = 1;
        retry.Delay = TimeSpan.FromMilliseconds(200);
        retry.NetworkTimeout = TimeSpan.FromSeconds(2);
    }

    private static SocketsHttpHandler HandlerThatTrustsOnly(string certificatePath)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(certificatePath);
        var pinned = certificate.RawData;
        return new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, presented, _, _) =>
                    presented is not null && CryptographicOperations.FixedTimeEquals(presented.GetRawCertData(), pinned),
            },
        };
    }
}
