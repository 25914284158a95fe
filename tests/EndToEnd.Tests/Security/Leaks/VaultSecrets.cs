using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sandbox;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>The secrets of one sandbox: everything in its vault, and what opens the vault.</summary>
internal static class VaultSecrets
{
    private const int SliceOfKey = 24;
    private const int SliceOfFile = 64;

    // Published, the same in every sandbox, and shown by its API reference: they protect nothing.
    private static readonly string[] Published =
    [
        .. SandboxMerchant.All.SelectMany(IEnumerable<string> (merchant) => [merchant.SecretKey, merchant.WebhookSecret]),
    ];

    public static IEnumerable<Secret> Of(SandboxEnvironment sandbox) =>
        sandbox
            .Vault.Values.Distinct()
            .Where(secret => !Published.Contains(secret.Value))
            .SelectMany(secret => Of(secret.Name, secret.Value))
            .Append(Secret.OfText("identity header", sandbox.Vault.IdentityHeader));

    private static IEnumerable<Secret> Of(string name, string value) =>
        name switch
        {
            // SHA-256 of keys; the keys themselves are looked for as texts.
            _ when name.EndsWith("-api-keys", StringComparison.Ordinal) => [],
            // 2C2P's public halves.
            _ when name.EndsWith("-gateway-jose-key", StringComparison.Ordinal) => [],
            "gateway-certificate" => [],
            "ledger-data-key" => [Secret.OfText(name, value), Secret.OfBytes(name, Convert.FromBase64String(value))],
            _ when name.EndsWith("-secret-key", StringComparison.Ordinal) => [Secret.OfText(name, value)],
            _ when name.EndsWith("-webhook-secret", StringComparison.Ordinal) =>
            [
                Secret.OfText(name, value),
                Secret.OfBytes(name, Convert.FromBase64String(value["whsec_".Length..])),
            ],
            _ when name.EndsWith("-private-key", StringComparison.Ordinal) => OfPrivateKey(name, value),
            _ when name.EndsWith("-jose-key", StringComparison.Ordinal) => OfPrivateKey(name, value),
            _ => throw new InvalidOperationException(
                $"Say how {name} is looked for where it must not be, or that it is no secret."
            ),
        };

    /// <summary>A key in parts: whatever form it is written in, one of its lines has one of them.</summary>
    private static IEnumerable<Secret> OfPrivateKey(string name, string pfx)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(
            Convert.FromBase64String(pfx),
            password: null,
            X509KeyStorageFlags.Exportable
        );
        using var key = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException($"{name} has no RSA key.");
        var parts = PartsOf(key);
        return
        [
            .. parts
                .SelectMany(part => part.Chunk(SliceOfKey))
                .Where(slice => slice.Length == SliceOfKey)
                .Select(slice => Secret.OfBytes(name, slice)),
            // The first of them are the same in every such file.
            .. pfx.Chunk(SliceOfFile).Skip(2).SkipLast(1).Select(slice => Secret.OfText(name, new string(slice))),
        ];
    }

    private static byte[][] PartsOf(RSA key)
    {
        // A key that was loaded may be exported only encrypted.
        const string Password = "any";
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        using var copy = RSA.Create();
        copy.ImportEncryptedPkcs8PrivateKey(Password, key.ExportEncryptedPkcs8PrivateKey(Password, parameters), out _);
        var exported = copy.ExportParameters(includePrivateParameters: true);
        return [exported.D!, exported.P!, exported.Q!];
    }
}
