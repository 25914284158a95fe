using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace PaymentOperations.Tests.Merchants;

public sealed class ProtocolSettingsTests
{
    [Theory]
    [InlineData("base64", EnvelopeKind.Base64)]
    [InlineData("pkcs7", EnvelopeKind.Pkcs7)]
    public void what_is_not_set_has_its_documented_default_and_the_merchants_envelope(string setting, EnvelopeKind envelope)
    {
        var sut = Start(("Envelope", setting)).Protocol;

        sut.CardTokens.ShouldBe(new ProtocolSettings().CardTokens with { Envelope = envelope });
        sut.RecurringPlans.ShouldBe(new ProtocolSettings().RecurringPlans with { Envelope = envelope });
        sut.InstallmentOptions.ShouldBe(new ProtocolSettings().InstallmentOptions with { Envelope = envelope });
        sut.QuickPay.ShouldBe(new QuickPaySettings());
    }

    [Fact]
    public void what_2c2p_told_a_merchant_can_be_set()
    {
        var sut = Start(
            ("Protocol:CardTokens:Envelope", "pkcs7"),
            ("Protocol:CardTokens:Algorithm", "HmacSha1"),
            ("Protocol:InstallmentOptions:AnswerHashOrder", "version respReason"),
            ("Protocol:RecurringPlans:Endpoint", "https://demo2.2c2p.com/other"),
            ("Protocol:QuickPay:Version", "2.1")
        ).Protocol;

        sut.CardTokens.Envelope.ShouldBe(EnvelopeKind.Pkcs7);
        sut.CardTokens.Algorithm.ShouldBe(SignatureAlgorithm.HmacSha1);
        sut.InstallmentOptions.AnswerHashOrder.ShouldBe("version respReason");
        sut.RecurringPlans.Endpoint.ShouldBe(new Uri("https://demo2.2c2p.com/other"));
        sut.QuickPay.Version.ShouldBe("2.1");
    }

    [Theory]
    [InlineData("Protocol:CardTokens:Envelop", "base64", "Merchants__JT01__Protocol__CardTokens__Envelop ")]
    [InlineData("Protocol:CardTokens:Envelope", "xmlenc", "Merchants__JT01__Protocol__CardTokens__Envelope ")]
    [InlineData("Protocol:CardTokens:Algorithm", "md5", "Merchants__JT01__Protocol__CardTokens__Algorithm ")]
    [InlineData(
        "Protocol:CardTokens:RequestHashOrder",
        "version Pan",
        "Merchants__JT01__Protocol__CardTokens__RequestHashOrder "
    )]
    [InlineData("Protocol:RecurringPlans:Version", "two", "Merchants__JT01__Protocol__RecurringPlans__Version ")]
    [InlineData(
        "Protocol:RecurringPlans:Endpoint",
        "https://t.2c2p.com/x",
        "Merchants__JT01__Protocol__RecurringPlans__Endpoint "
    )]
    [InlineData("Protocol:QuickPay:DirectApi", "http://shop.example/", "Merchants__JT01__Protocol__QuickPay__DirectApi ")]
    public void what_is_wrong_stops_the_start_by_its_name(string name, string value, string told)
    {
        var starting = () => Start((name, value));

        starting.ShouldThrow<OptionsValidationException>().Message.ShouldContain(told);
    }

    private static Merchant Start(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["KeyVault:Uri"] = "https://name.vault.azure.net/",
            ["Merchants:JT01:Environment"] = "sandbox",
        };
        foreach (var (name, value) in settings)
            values[$"Merchants:JT01:{name}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddLogging().AddMerchants(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IMerchants>().Find("JT01")!;
    }
}
