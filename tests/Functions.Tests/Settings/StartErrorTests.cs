using Functions.Tests.Support;

namespace Functions.Tests.Settings;

/// <summary>A wrong setting is found at the start, by name, and not by the first refund. Merchants' settings have tests of their own.</summary>
public sealed class StartErrorTests
{
    [Theory]
    [InlineData("Public__BaseUrl", "")]
    [InlineData("Public__BaseUrl", "http://pay.example.com")]
    [InlineData("Public__DocsUrl", "docs?page=1")]
    [InlineData("OperationTimes__Claim", "00:00:10")]
    [InlineData("OperationTimes__Claim", "soon")]
    [InlineData("EventTimes__ListedAfter", "00:01:00")]
    [InlineData("EventTimes__Lease", "00:00:05")]
    [InlineData("EventTimes__GiveUpAfter", "-00:00:05")]
    [InlineData("Merchants__JT01__Webhooks__Url", "/hooks")]
    [InlineData("Merchants__JT01__Webhooks__Url", "ftp://shop.example.com")]
    [InlineData("Merchants__JT01__Webhooks__SecretName", "a secret")]
    [InlineData("InstallmentOptions__CacheFor", "-00:01:00")]
    [InlineData("Limits__KeyPerSecond", "0")]
    [InlineData("Limits__MerchantPerSecond", "NaN")]
    [InlineData("Limits__RefusedBurst", "0")]
    [InlineData("Limits__UnverifiedBurst", "many")]
    [InlineData("Notifications__AllowedAddresses", "203.0.113.0/33")]
    [InlineData("Notifications__AllowedAddresses", "2c2p.com")]
    [InlineData("Notifications__AllowedAddresses", "203.0.113")]
    [InlineData("Notifications__AllowedAddresses", "203.0.113.0/24,203.0.113.010")]
    [InlineData("Notifications__AllowedAddresses", "::ffff:203.0.113.7")]
    [InlineData("Notifications__AllowedAddresses", "::ffff:203.0.113.0/120")]
    [InlineData("AzureWebJobsStorage", "")]
    [InlineData("AzureWebJobsStorage", "AccountName=nothing-else")]
    [InlineData("KeyVault__Uri", "")]
    [InlineData("KeyVault__Uri", "http://name.vault.azure.net")]
    [InlineData("KeyVault__EmulatorCertificate", "no-such.pem")]
    [InlineData("Merchants__JT01__Environment", "")]
    [InlineData("Merchants__JT01__Endpoint", "https://t.2c2p.com/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "https://ingestion.example.com")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AAD")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD;ClientId=me")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    public async Task a_wrong_setting_is_named_and_nothing_starts(string name, string value)
    {
        var failure = await Should.ThrowAsync<Exception>(() => TestApp.StartAsync((name, value)));

        failure.ToString().Replace(":", "__", StringComparison.Ordinal).ShouldContain(name);
    }

    [Theory]
    [InlineData("OperationTimes__Clam", "00:01:30")]
    [InlineData("EventTimes__Timeot", "00:00:05")]
    [InlineData("Merchants__JT01__Webhooks__Adress", "https://shop.example.com")]
    [InlineData("InstallmentOptions__CacheFr", "00:01:00")]
    [InlineData("Limits__KeyPerMinute", "1")]
    [InlineData("Notifications__AllowedAdresses", "203.0.113.0/24")]
    [InlineData("Merchants__JT01__Enviroment", "sandbox")]
    public async Task a_setting_that_does_not_exist_is_named_too(string name, string value)
    {
        var failure = await Should.ThrowAsync<Exception>(() => TestApp.StartAsync((name, value)));

        failure.ToString().ShouldContain(name.Split("__")[^1]);
    }
}
