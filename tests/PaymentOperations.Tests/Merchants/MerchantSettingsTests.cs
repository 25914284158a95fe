using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;

namespace PaymentOperations.Tests.Merchants;

public sealed class MerchantSettingsTests
{
    [Fact]
    public void what_is_not_set_has_its_default()
    {
        var merchant = Start(("Merchants:JT01:Environment", "sandbox")).Find("JT01").ShouldNotBeNull();

        merchant.Environment.ShouldBe(GatewayEnvironment.Sandbox);
        merchant.Envelope.ShouldBe(EnvelopeKind.Base64);
        merchant.Version.ShouldBe("3.4");
        merchant.TimeZone.Id.ShouldBe("Asia/Bangkok");
        merchant.Currency.ShouldBeNull();
        merchant.UserDefined.ShouldBe(UserDefinedSetting.Auto);
        merchant.NobodyRefundsInPortal.ShouldBeFalse();
        merchant.DoneWithin.ShouldBeNull();
        merchant.DailyRefundValue.ShouldBeNull();
        merchant.DailyLinkSends.ShouldBeNull();
    }

    [Theory]
    [InlineData("sandbox", "base64", "https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("sandbox", "pkcs7", "https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentAction.aspx")]
    [InlineData("live", "base64", "https://t.2c2p.com/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("live", "pkcs7", "https://t.2c2p.com/PaymentActionV2/PaymentAction.aspx")]
    public void the_endpoint_follows_environment_and_envelope(string environment, string envelope, string endpoint)
    {
        var merchants = Start(("Merchants:SHOP1:Environment", environment), ("Merchants:SHOP1:Envelope", envelope));

        merchants.Find("SHOP1").ShouldNotBeNull().Endpoint.ShouldBe(new Uri(endpoint));
    }

    [Fact]
    public void everything_can_be_set()
    {
        var merchant = Start(
                ("Merchants:JT01:Environment", "Sandbox"),
                ("Merchants:JT01:Endpoint", "http://127.0.0.1:7080/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx"),
                ("Merchants:JT01:Version", "3.8"),
                ("Merchants:JT01:TimeZone", "Asia/Singapore"),
                ("Merchants:JT01:Currency", "SGD"),
                ("Merchants:JT01:UserDefined", "off"),
                ("Merchants:JT01:NobodyRefundsInPortal", "true"),
                ("Merchants:JT01:DoneWithin", "00:10:00"),
                ("Merchants:JT01:DailyRefundValue", "50000.50"),
                ("Merchants:JT01:DailyLinkSends", "200")
            )
            .Find("JT01")
            .ShouldNotBeNull();

        merchant.Endpoint.Port.ShouldBe(7080);
        merchant.Version.ShouldBe("3.8");
        merchant.TimeZone.Id.ShouldBe("Asia/Singapore");
        merchant.Currency.ShouldBe(Iso4217.Find("SGD"));
        merchant.UserDefined.ShouldBe(UserDefinedSetting.Off);
        merchant.NobodyRefundsInPortal.ShouldBeTrue();
        merchant.DoneWithin.ShouldBe(TimeSpan.FromMinutes(10));
        merchant.DailyRefundValue.ShouldBe(Money.FromAmount(50000.50m));
        merchant.DailyLinkSends.ShouldBe(200);
    }

    [Theory]
    [InlineData("jt01")]
    [InlineData("JT02")]
    [InlineData("")]
    [InlineData(null)]
    public void only_the_exact_id_is_found(string? id)
    {
        var merchants = Start(("Merchants:JT01:Environment", "sandbox"));

        merchants.Find(id).ShouldBeNull();
        merchants.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Environment", "production")]
    [InlineData("Envelope", "xmlenc")]
    [InlineData("Envelope", "1")]
    [InlineData("Endpoint", "demo2.2c2p.com")]
    [InlineData("Endpoint", "http://demo2.2c2p.com/PaymentProcess.aspx")]
    [InlineData("Endpoint", "https://t.2c2p.com/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("Endpoint", "https://T.2C2P.COM/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("Endpoint", "https://t.2c2p.com./PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("Endpoint", "https://pgwcore.dp.alipay.com/PaymentAction/2.0/action")]
    [InlineData("Endpoint", "https://pgwcore.m-pay.vn/PaymentActionV2/2.0/action")]
    [InlineData("Protocol:QuickPay:DirectApi", "https://t.2c2p.com/QuickPay/DirectAPI")]
    [InlineData("Protocol:MinorUnits", "cents")]
    [InlineData("Protocol:MinorUnits", "1")]
    [InlineData("Endpoint", "https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentAction.aspx")]
    [InlineData("Endpoint", "https://user@demo2.2c2p.com/PaymentProcess.aspx")]
    [InlineData("Version", "three")]
    [InlineData("TimeZone", "Asia/Nowhere")]
    [InlineData("Currency", "sgd")]
    [InlineData("Currency", "702")]
    [InlineData("Currency", "XXX")]
    [InlineData("Currency", "SGD,THB")]
    [InlineData("UserDefined", "maybe")]
    [InlineData("NobodyRefundsInPortal", "yes")]
    [InlineData("DoneWithin", "-00:01:00")]
    [InlineData("DoneWithin", "soon")]
    [InlineData("DailyLinkSends", "0")]
    [InlineData("DailyLinkSends", "-1")]
    [InlineData("DailyLinkSends", "1.5")]
    [InlineData("DailyLinkSends", "many")]
    [InlineData("EndPont", "https://demo2.2c2p.com/PaymentProcess.aspx")]
    public void a_wrong_setting_is_named_at_start(string name, string value)
    {
        var starting = () => Start(("Merchants:JT01:Environment", "sandbox"), ($"Merchants:JT01:{name}", value));

        starting
            .ShouldThrow<OptionsValidationException>()
            .Message.ShouldContain($"Merchants__JT01__{name.Replace(":", "__", StringComparison.Ordinal)} ");
    }

    [Theory]
    [InlineData("JPY", "0")]
    [InlineData("JPY", "-5")]
    [InlineData("JPY", "10.5")]
    [InlineData("THB", "10.505")]
    [InlineData("THB", "50,000")]
    [InlineData("THB", "1e3")]
    [InlineData("THB", "10000000000")]
    [InlineData("THB", "much")]
    public void a_cap_on_refunds_is_an_amount_of_the_merchants_currency(string currency, string value)
    {
        var starting = () =>
            Start(
                ("Merchants:JT01:Environment", "sandbox"),
                ("Merchants:JT01:Currency", currency),
                ("Merchants:JT01:DailyRefundValue", value)
            );

        starting
            .ShouldThrow<OptionsValidationException>()
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith("Merchants__JT01__DailyRefundValue must be an amount over zero");
    }

    [Fact]
    public void a_cap_on_refunds_needs_a_currency()
    {
        var starting = () => Start(("Merchants:JT01:Environment", "sandbox"), ("Merchants:JT01:DailyRefundValue", "50000"));

        starting
            .ShouldThrow<OptionsValidationException>()
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith("Merchants__JT01__DailyRefundValue needs Currency");
    }

    [Theory]
    [InlineData("https://demo2.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("https://demo.2c2p.com/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("https://DEMO2.2C2P.COM./PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("https://sandbox-pgw.2c2p.com/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("https://pgw-sandbox.m-pay.vn/PaymentActionV2/2.0/action")]
    [InlineData("https://pgwcore.uat.alipay.com/PaymentAction/2.0/action")]
    [InlineData("https://localhost/PaymentActionV2/PaymentProcess.aspx")]
    [InlineData("http://127.0.0.1:7080/2C2PFrontend/PaymentActionV2/PaymentProcess.aspx")]
    public void a_live_merchant_does_not_believe_a_test_host(string endpoint)
    {
        var starting = () => Start(("Merchants:SHOP1:Environment", "live"), ("Merchants:SHOP1:Endpoint", endpoint));

        starting
            .ShouldThrow<OptionsValidationException>()
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith("Merchants__SHOP1__Endpoint ");
    }

    [Theory]
    [InlineData("JT01")]
    [InlineData("JT02")]
    [InlineData("JT03")]
    [InlineData("JT04")]
    [InlineData("JT05")]
    [InlineData("JT06")]
    [InlineData("JT07")]
    [InlineData("JT08")]
    [InlineData("jt01")]
    public void a_public_sandbox_merchant_is_never_live(string id)
    {
        var starting = () => Start(($"Merchants:{id}:Environment", "live"));

        starting
            .ShouldThrow<OptionsValidationException>()
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith($"Merchants__{id}__Environment ");
        Start(($"Merchants:{id}:Environment", "sandbox")).Find(id).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("JT00")]
    [InlineData("JT09")]
    [InlineData("JT010")]
    [InlineData("AJT01")]
    [InlineData("764764000000001")]
    public void other_ids_may_be_live(string id) => Start(($"Merchants:{id}:Environment", "live")).Find(id).ShouldNotBeNull();

    [Fact]
    public void a_host_of_nobodys_may_stand_between()
    {
        const string proxy = "https://outbound.shop.example/PaymentActionV2/PaymentProcess.aspx";

        Start(("Merchants:SHOP1:Environment", "live"), ("Merchants:SHOP1:Endpoint", proxy)).All.Count.ShouldBe(1);
        Start(("Merchants:JT01:Environment", "sandbox"), ("Merchants:JT01:Endpoint", proxy)).All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, MinorUnits.Iso4217)]
    [InlineData("iso4217", MinorUnits.Iso4217)]
    [InlineData("Hundredths", MinorUnits.Hundredths)]
    public void what_plans_count_their_amounts_in_is_a_setting(string? text, MinorUnits units)
    {
        var merchants = Start(("Merchants:JT01:Environment", "sandbox"), ("Merchants:JT01:Protocol:MinorUnits", text));

        merchants.Find("JT01").ShouldNotBeNull().Protocol.MinorUnits.ShouldBe(units);
    }

    [Fact]
    public void all_faults_are_told_at_once()
    {
        var starting = () => Start(("Merchants:JT01:Envelope", "xmlenc"), ("Merchants:J-1:Environment", "live"));

        starting
            .ShouldThrow<OptionsValidationException>()
            .Failures.Select(failure => failure.Split(' ')[0])
            .ShouldBe(["Merchants__JT01__Environment", "Merchants__JT01__Envelope", "Merchants__J-1:"], ignoreOrder: true);
    }

    [Fact]
    public void without_a_merchant_there_is_no_start()
    {
        var starting = () => Start();

        starting.ShouldThrow<OptionsValidationException>();
    }

    [Theory]
    [InlineData(null, null, "KeyVault__Uri ")]
    [InlineData("http://127.0.0.1:7090/", null, "KeyVault__Uri ")]
    [InlineData("https://name.vault.azure.net/", "vault.pem", "KeyVault__EmulatorCertificate ")]
    [InlineData("https://127.0.0.1:7090/", "missing.pem", "KeyVault__EmulatorCertificate ")]
    public void a_vault_that_is_not_safe_to_use_is_refused_at_start(string? uri, string? certificate, string named)
    {
        var starting = () =>
            Start(
                ("Merchants:JT01:Environment", "sandbox"),
                ("KeyVault:Uri", uri),
                ("KeyVault:EmulatorCertificate", certificate)
            );

        starting.ShouldThrow<OptionsValidationException>().Message.ShouldContain(named);
    }

    private static IMerchants Start(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["KeyVault:Uri"] = "https://name.vault.azure.net/" };
        foreach (var (key, value) in settings)
            values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddLogging().AddMerchants(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IMerchants>();
    }
}
