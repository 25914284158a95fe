using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentOperations.Merchants;

namespace PaymentOperations.Tests.Merchants;

public sealed class WebhookSettingsTests
{
    [Fact]
    public void without_settings_there_is_no_webhook()
    {
        Start("live").Webhook.ShouldBeNull();
    }

    [Theory]
    [InlineData("live", "https://shop.example.com/hooks?shop=1")]
    [InlineData("sandbox", "https://shop.example.com/hooks")]
    [InlineData("sandbox", "http://127.0.0.1:7072/")]
    [InlineData("sandbox", "http://shop.internal/hooks")]
    public void an_address_is_taken(string environment, string url)
    {
        var webhook = Start(environment, ("Url", url)).Webhook.ShouldNotBeNull();

        webhook.ShouldBe(new WebhookEndpoint(new Uri(url), "SHOP1-webhook-secret"));
    }

    [Fact]
    public void the_secret_may_have_another_name()
    {
        Start("live", ("Url", "https://shop.example.com"), ("SecretName", "all-hooks"))
            .Webhook.ShouldNotBeNull()
            .SecretName.ShouldBe("all-hooks");
    }

    [Theory]
    [InlineData("live", "Url", "http://shop.example.com/hooks")]
    [InlineData("live", "Url", "https://localhost/hooks")]
    [InlineData("live", "Url", "https://127.0.0.1/hooks")]
    [InlineData("sandbox", "Url", "hooks")]
    [InlineData("sandbox", "Url", "ftp://shop.example.com")]
    [InlineData("sandbox", "Url", "https://user:word@shop.example.com")]
    [InlineData("sandbox", "Url", "https://shop.example.com/#here")]
    [InlineData("sandbox", "SecretName", "only-a-name")]
    [InlineData("sandbox", "SecretName", "under_score")]
    public void what_is_wrong_is_named_without_its_value(string environment, string name, string value)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Start(environment, (name, value)));

        failure.Message.ShouldContain($"Merchants__SHOP1__Webhooks__{name} ");
        failure.Message.ShouldNotContain("word");
    }

    private static Merchant Start(string environment, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Select(setting =>
                        KeyValuePair.Create<string, string?>($"Merchants:SHOP1:Webhooks:{setting.Name}", setting.Value)
                    )
                    .Append(new("Merchants:SHOP1:Environment", environment))
            )
            .Build();
        using var services = new ServiceCollection().AddLogging().AddMerchants(configuration).BuildServiceProvider();
        return services.GetRequiredService<IMerchants>().Find("SHOP1").ShouldNotBeNull();
    }
}
