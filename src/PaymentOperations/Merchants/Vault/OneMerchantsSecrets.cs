using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using TwoC2P.Keys;

namespace PaymentOperations.Merchants.Vault;

/// <summary>The cached secrets of one configured merchant.</summary>
internal sealed partial class OneMerchantsSecrets
{
    private readonly GatewayEnvironment _environment;
    private readonly string _secretKeyName;
    private readonly ILogger _logger;

    public OneMerchantsSecrets(Merchant merchant, ISecretSource source, TimeProvider time, ILogger logger)
    {
        _environment = merchant.Environment;
        _secretKeyName = $"{merchant.Id.Text}-secret-key";
        _logger = logger;
        ApiKeys = new($"{merchant.Id.Text}-api-keys", ApiKeyList.Parse, source, time, logger);
        SecretKeys = new(_secretKeyName, ParseSecretKey, source, time, logger);
        JoseKeys = new($"{merchant.Id.Text}-jose-key", JoseKeyReader.Private, source, time, logger);
        GatewayJoseKeys = new($"{merchant.Id.Text}-gateway-jose-key", JoseKeyReader.Public, source, time, logger);
        Certificates = new($"{merchant.Id.Text}-private-key", Vault.Certificates.Pfx, source, time, logger);
        if (merchant.Webhook is { } webhook)
            WebhookSecrets = new(webhook.SecretName, WebhookSecretReader.Parse, source, time, logger);
    }

    public CachedSecret<IReadOnlyList<ApiKey>> ApiKeys { get; }

    public CachedSecret<SecretKey> SecretKeys { get; }

    public CachedSecret<X509Certificate2> Certificates { get; }

    /// <summary>The merchant's key pair of the new generation.</summary>
    public CachedSecret<JoseKey> JoseKeys { get; }

    /// <summary>2C2P's public key of the new generation, as the merchant's own portal shows it.</summary>
    public CachedSecret<JoseKey> GatewayJoseKeys { get; }

    /// <summary>What its webhooks are signed with; null for a merchant that has none.</summary>
    public CachedSecret<WebhookSecret>? WebhookSecrets { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<IWatchedSecret> All
    {
        get
        {
            IEnumerable<IWatchedSecret?> all = [ApiKeys, SecretKeys, Certificates, JoseKeys, GatewayJoseKeys, WebhookSecrets];
            return all.OfType<IWatchedSecret>();
        }
    }

    // 2C2P's key is used as text; a line feed that an editor left at its end is not part of it.
    private SecretKey? ParseSecretKey(VaultSecret secret)
    {
        var key = secret.Value.Trim();
        if (key.Length == 0)
            return null;

        if (_environment is not GatewayEnvironment.Live || !PublicSandboxKeys.Contains(key))
            return new SecretKey(secret.Version, key);

        LogPublicKey(_secretKeyName, secret.Version);
        return null;
    }

    [LoggerMessage(
        3005,
        LogLevel.Error,
        "Version {Version} of secret {Name} is a key that 2C2P publishes for its sandbox, but the merchant's environment is live; it is not used. Put the merchant's own key there"
    )]
    private partial void LogPublicKey(string name, string version);
}
