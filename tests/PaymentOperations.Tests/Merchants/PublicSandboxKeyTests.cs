using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PaymentOperations.Merchants;
using PaymentOperations.Merchants.Vault;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Envelopes;

namespace PaymentOperations.Tests.Merchants;

/// <summary>2C2P publishes these keys: with them anybody could sign a callback about real money.</summary>
public sealed class PublicSandboxKeyTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Published { get; } =
        new(
            "7jYcp4FxFdf0",
            "YDRbw14OtHw3",
            "uA7yXRa8PjVe",
            "QnmrnH6QE23N",
            "B6LkVg5k07yg",
            "gVULqA2gT6Gi",
            "XXqmLinNwsQO",
            "C8843nw92bx4"
        );

    [Theory]
    [MemberData(nameof(Published))]
    public async Task a_live_merchant_does_not_work_with_a_published_key_and_a_sandbox_merchant_does(string key)
    {
        var live = SecretsOf(GatewayEnvironment.Live, new VaultSecret("v1", $"{key}\n"));
        var sandbox = SecretsOf(GatewayEnvironment.Sandbox, new VaultSecret("v1", key));

        await Should.ThrowAsync<SecretsUnavailableException>(() =>
            live.Secrets.GetGatewayMerchantAsync(live.Merchant, None).AsTask()
        );

        (await sandbox.Secrets.GetGatewayMerchantAsync(sandbox.Merchant, None)).Keys.SecretKeys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_merchant_that_went_live_keeps_its_own_key_and_forgets_the_published_one_before_it()
    {
        var (secrets, merchant) = SecretsOf(
            GatewayEnvironment.Live,
            new VaultSecret("v2", "the merchant's own"),
            new VaultSecret("v1", "7jYcp4FxFdf0")
        );

        var keys = (await secrets.GetGatewayMerchantAsync(merchant, None)).Keys.SecretKeys;

        keys.ShouldHaveSingleItem().Version.ShouldBe("v2");
    }

    [Fact]
    public async Task the_log_names_the_secret_and_the_way_out_and_not_the_key()
    {
        var log = new ListLogger<MerchantSecrets>();
        var (secrets, merchant) = SecretsOf(GatewayEnvironment.Live, log, new VaultSecret("v1", "7jYcp4FxFdf0"));

        var failure = await Should.ThrowAsync<SecretsUnavailableException>(() =>
            secrets.GetGatewayMerchantAsync(merchant, None).AsTask()
        );

        var line = log.Lines.Single(one => one.StartsWith("3005 ", StringComparison.Ordinal));
        line.ShouldContain("M1-secret-key");
        line.ShouldContain("live");
        log.Lines.Append(failure.ToString()).ShouldAllBe(text => !text.Contains("7jYcp4FxFdf0"));
    }

    private static (MerchantSecrets Secrets, Merchant Merchant) SecretsOf(
        GatewayEnvironment environment,
        params VaultSecret[] versions
    ) => SecretsOf(environment, NullLogger<MerchantSecrets>.Instance, versions);

    private static (MerchantSecrets Secrets, Merchant Merchant) SecretsOf(
        GatewayEnvironment environment,
        Microsoft.Extensions.Logging.ILogger<MerchantSecrets> log,
        params VaultSecret[] versions
    )
    {
        var merchant = new Merchant
        {
            Id = new MerchantId("M1"),
            Environment = environment,
            Endpoint = new Uri("https://gateway.invalid/PaymentProcess.aspx"),
            TimeZone = TimeZoneInfo.Utc,
            Protocol = new()
            {
                CardTokens = { Envelope = EnvelopeKind.Base64 },
                RecurringPlans = { Envelope = EnvelopeKind.Base64 },
                InstallmentOptions = { Envelope = EnvelopeKind.Base64 },
            },
        };
        return (
            new MerchantSecrets(new FixedMerchants(merchant), new FixedSource(versions), new FakeTimeProvider(), log),
            merchant
        );
    }

    private sealed class FixedSource(IReadOnlyList<VaultSecret> versions) : ISecretSource
    {
        public Task<IReadOnlyList<VaultSecret>> NewestAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(versions);

        public Task<VaultSecret> VersionAsync(string name, string version, CancellationToken cancellationToken) =>
            Task.FromResult(versions.Single(secret => secret.Version == version));
    }
}
