using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants;
using TwoC2P.Envelopes;

namespace PaymentOperations.Tests.Merchants;

public sealed class JoseSettingsTests
{
    [Fact]
    public void one_setting_moves_every_xml_api_into_the_new_generation()
    {
        var sut = Start();

        sut.Envelope.ShouldBe(EnvelopeKind.Jose);
        sut.Version.ShouldBe("4.3");
        sut.Endpoint.ShouldBe(new Uri("https://demo2.2c2p.com/2C2PFrontend/PaymentAction/2.0/action"));
        sut.Protocol.CardTokens.Envelope.ShouldBe(EnvelopeKind.Jose);
        sut.Protocol.RecurringPlans.Envelope.ShouldBe(EnvelopeKind.Jose);
        sut.Protocol.InstallmentOptions.Envelope.ShouldBe(EnvelopeKind.Jose);
        sut.Protocol.InstallmentOptions.Version.ShouldBe("2.2");
        sut.HasSecretKey.ShouldBeTrue();
        sut.SendsIdempotencyId.ShouldBeFalse();
        sut.JoseKeyId.ShouldBeNull();
    }

    [Fact]
    public void its_own_settings_can_be_set()
    {
        var sut = Start(
            ("Version", "3.8"),
            ("JoseKeyId", "3"),
            ("HasSecretKey", "false"),
            ("IdempotencyId", "true"),
            ("Endpoint", "https://demo2.2c2p.com/PaymentAction/2.0/action")
        );

        sut.Version.ShouldBe("3.8");
        sut.JoseKeyId.ShouldBe("3");
        sut.HasSecretKey.ShouldBeFalse();
        sut.SendsIdempotencyId.ShouldBeTrue();
        sut.Endpoint.AbsolutePath.ShouldBe("/PaymentAction/2.0/action");
    }

    [Theory]
    [InlineData("https://t.2c2p.com/PaymentAction/2.0/action")]
    [InlineData("https://pgwcore.dp.alipay.com/PaymentAction/2.0/action")]
    [InlineData("https://pgwcore.m-pay.vn/PaymentActionV2/2.0/action")]
    public void a_live_merchant_may_be_on_any_of_2C2Ps_hosts(string endpoint) =>
        Start(("Environment", "live"), ("Endpoint", endpoint)).Endpoint.ShouldBe(new Uri(endpoint));

    [Theory]
    [InlineData("Endpoint", "https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentAction.aspx")]
    [InlineData("Endpoint", "https://pgwcore.m-pay.vn/PaymentActionV2/2.0/action")]
    [InlineData("JoseKeyId", "a key")]
    [InlineData("HasSecretKey", "none")]
    [InlineData("IdempotencyId", "on")]
    public void a_wrong_setting_is_named_at_start(string name, string value)
    {
        var starting = () => Start((name, value));

        starting.ShouldThrow<OptionsValidationException>().Message.ShouldContain($"Merchants__SHOP6__{name} ");
    }

    [Theory]
    [InlineData("IdempotencyId", "true", "Envelope", "Base64")]
    [InlineData("HasSecretKey", "false", "Envelope", "Base64")]
    [InlineData("HasSecretKey", "false", "Protocol:CardTokens:Envelope", "Pkcs7")]
    [InlineData("Endpoint", "https://demo2.2c2p.com/2C2PFrontend/PaymentAction/2.0/action", "Envelope", "Pkcs7")]
    public void what_the_older_generation_cannot_do_is_refused_at_start(string name, string value, string with, string other)
    {
        var starting = () => Start((name, value), (with, other));

        starting.ShouldThrow<OptionsValidationException>().Message.ShouldContain($"Merchants__SHOP6__{name} ");
    }

    private static Merchant Start(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["KeyVault:Uri"] = "https://name.vault.azure.net/",
            ["Merchants:SHOP6:Environment"] = "sandbox",
            ["Merchants:SHOP6:Envelope"] = "Jose",
        };
        foreach (var (key, value) in settings)
            values[$"Merchants:SHOP6:{key}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddLogging().AddMerchants(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IMerchants>().Find("SHOP6")!;
    }
}
