using Microsoft.Extensions.Configuration;
using TwoC2P.Configuration;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace TwoC2P.Tests.Protocol;

public class ProtocolSettingsTests
{
    [Fact]
    public void The_defaults_are_valid() => ProtocolSettingsValidator.Validate(new ProtocolSettings()).ShouldBeEmpty();

    [Fact]
    public void Every_unsettled_point_can_be_configured()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["CardTokens:Algorithm"] = "HmacSha1",
                    ["CardTokens:RequestHashOrder"] = "version pan",
                    ["InstallmentOptions:Envelope"] = "Base64",
                    ["RecurringPlans:Endpoint"] = "https://gateway.example/rpp",
                    ["QuickPay:Version"] = "2.1",
                }
            )
            .Build();
        var sut = new ProtocolSettings();

        configuration.Bind(sut);

        sut.CardTokens.Algorithm.ShouldBe(SignatureAlgorithm.HmacSha1);
        sut.CardTokens.RequestHashOrder.ShouldBe("version pan");
        sut.CardTokens.Version.ShouldBe("2.3");
        sut.InstallmentOptions.Envelope.ShouldBe(EnvelopeKind.Base64);
        sut.RecurringPlans.Endpoint.ShouldBe(new Uri("https://gateway.example/rpp"));
        sut.QuickPay.Version.ShouldBe("2.1");
    }

    [Theory]
    [InlineData("version Pan")]
    [InlineData("version nonsense")]
    [InlineData("version hashValue")]
    [InlineData("version version")]
    [InlineData(" ")]
    public void An_order_that_cannot_be_hashed_is_found_at_the_start(string order)
    {
        var sut = new ProtocolSettings { CardTokens = { RequestHashOrder = order } };

        ProtocolSettingsValidator.Validate(sut).ShouldHaveSingleItem().Field.ShouldBe("CardTokens:RequestHashOrder");
    }

    /// <summary>What cannot be read counts as the newest version, with its algorithm and its fields: a slip must stop the app instead.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData("2.")]
    [InlineData(".4")]
    [InlineData("2..")]
    [InlineData("1.2.3")]
    [InlineData("๒.๔")]
    [InlineData("")]
    public void A_version_is_a_number_or_two_with_a_point_between_them(string version)
    {
        var sut = new ProtocolSettings { RecurringPlans = { Version = version }, QuickPay = { Version = version } };

        ProtocolSettingsValidator
            .Validate(sut)
            .Select(error => error.Field)
            .ShouldBe(["RecurringPlans:Version", "QuickPay:Version"]);
    }

    [Fact]
    public void Versions_and_addresses_are_checked()
    {
        var sut = new ProtocolSettings
        {
            RecurringPlans = { Version = "two", Endpoint = new Uri("relative", UriKind.Relative) },
            QuickPay = { Version = "2.40", DirectApi = new Uri("ftp://gateway.example") },
        };

        ProtocolSettingsValidator
            .Validate(sut)
            .Select(error => error.Field)
            .ShouldBe(["RecurringPlans:Version", "RecurringPlans:Endpoint", "QuickPay:Version", "QuickPay:DirectApi"]);
    }
}
