using System.Security.Cryptography;
using System.Text;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Keys;
using TwoC2P.Merchants;

namespace Functions.Tests.Support;

/// <summary>Two merchants, each with its own key, and whatever keys a test adds.</summary>
internal sealed class FakeMerchants : IMerchants, IMerchantSecrets
{
    public const string Key = "sandbox-JT01";
    public const string OtherMerchantsKey = "sandbox-JT04";

    private static readonly string[] AllScopes = [.. PaymentGateway.Http.Security.FunctionAccess.Scopes.Values];

    private readonly Dictionary<string, List<ApiKey>> keys = new()
    {
        ["JT01"] = [KeyOf(Key, AllScopes) with { Id = "all" }],
        ["JT04"] = [KeyOf(OtherMerchantsKey, AllScopes)],
    };

    /// <summary>JT01 has Singapore dollars, JT04 does not say.</summary>
    public IReadOnlyCollection<Merchant> All { get; set; } =
    [MerchantOf("JT01") with { Currency = Iso4217.Find("SGD") }, MerchantOf("JT04")];

    /// <summary>Merchants whose keys were asked for.</summary>
    public List<string> Asked { get; } = [];

    public Exception? Failure { get; set; }

    /// <summary>Why the secrets for calls to 2C2P cannot be read.</summary>
    public Exception? GatewayFailure { get; set; }

    public static ApiKey KeyOf(string text, params string[] scopes) =>
        new()
        {
            Id = "test",
            Sha256 = SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            Scopes = scopes.ToHashSet(),
        };

    /// <summary>Gives every merchant other settings.</summary>
    public void Change(Func<Merchant, Merchant> change) => All = [.. All.Select(change)];

    public void Add(ApiKey key) => keys["JT01"].Add(key);

    public Merchant? Find(string? id) => All.FirstOrDefault(merchant => merchant.Id.Text == id);

    public ValueTask<IReadOnlyList<ApiKey>> GetApiKeysAsync(MerchantId merchantId, CancellationToken cancellationToken)
    {
        Asked.Add(merchantId.Text);
        return Failure is null ? ValueTask.FromResult<IReadOnlyList<ApiKey>>(keys[merchantId.Text]) : throw Failure;
    }

    public ValueTask<GatewayMerchant> GetGatewayMerchantAsync(Merchant merchant, CancellationToken cancellationToken) =>
        GatewayFailure is not null
            ? throw GatewayFailure
            : ValueTask.FromResult(
                new GatewayMerchant
                {
                    MerchantId = merchant.Id,
                    Endpoint = merchant.Endpoint,
                    Envelope = merchant.Envelope,
                    Version = merchant.Version,
                    TimeZone = merchant.TimeZone,
                    Keys = new GatewayKeys { SecretKeys = [] },
                }
            );

    public ValueTask<IReadOnlyList<WebhookSecret>> GetWebhookSecretsAsync(
        MerchantId merchantId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<LedgerDataKey> GetLedgerDataKeyAsync(string version, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<GatewayMerchant?> FindOtherKeysAsync(
        Merchant merchant,
        GatewayMerchant used,
        KeyDoubt doubt,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<GatewayMerchant?>(null);

    public ValueTask<SecretsHealth> CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private static Merchant MerchantOf(string id) =>
        new()
        {
            Id = new(id),
            Environment = GatewayEnvironment.Sandbox,
            Endpoint = new("https://gateway.invalid/"),
            TimeZone = TimeZoneInfo.Utc,
        };
}
