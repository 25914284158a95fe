using System.Security.Cryptography;
using TwoC2P.Codes;
using TwoC2P.InstallmentOptions;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace TwoC2P.Tests.InstallmentOptions;

public class InstallmentOptionClientTests
{
    private const string Banks =
        "<ippBanks><ippBank><bankName>HSBC</bankName><bins><bin>424625</bin><bin>448521</bin></bins><installmentOptions>"
        + "<option id=\"1\" installmentPeriod=\"6\" merInterestRate=\"1.0000\" cusInterestRate=\"-1.00\" minAmount=\"1.00\" currencyCode=\"SGD\" validFrom=\"2018-02-06\" validUntil=\"2023-02-01\"/>"
        + "</installmentOptions></ippBank></ippBanks>";

    private static readonly ApiAnswer Yes = ApiAnswer.Options(("version", "2.3"), ("respCode", "00")) with { Tree = Banks };

    [Fact]
    public async Task The_options_are_read()
    {
        var outcome = await AskAsync(Yes);

        var bank = outcome
            .ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>()
            .Response.Banks.ShouldHaveSingleItem();
        bank.Bins.ShouldBe(["424625", "448521"]);
        bank.BankTerms.ShouldBeNull();
        var option = bank.Options.ShouldHaveSingleItem();
        (option.MerchantRate, option.CustomerRate).ShouldBe((1m, null));
    }

    [Fact]
    public async Task A_merchant_without_instalments_has_no_banks()
    {
        var outcome = await AskAsync(Yes with { Tree = "<ippBanks/>" });

        outcome.ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>().Response.Banks.ShouldBeEmpty();
    }

    [Fact]
    public async Task SHA_1_as_in_the_published_sample_is_a_setting()
    {
        var answer = Yes with { Algorithm = HashAlgorithmName.SHA1 };
        var sha1 = ClientUnderTest.Base64Protocol();
        sha1.InstallmentOptions.Algorithm = SignatureAlgorithm.HmacSha1;

        (await AskAsync(answer, sha1)).ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Answered>();
        (await AskAsync(answer))
            .ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Unknown>()
            .Reason.ShouldBe(UnknownReason.Unverified);
    }

    [Fact]
    public async Task Any_other_result_is_a_refusal()
    {
        var outcome = await AskAsync(ApiAnswer.Options(("respCode", "14")));

        outcome
            .ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Refused>()
            .Response.RespCode.ShouldBe(ResultCode.InvalidMerchant);
    }

    [Fact]
    public async Task A_list_twice_makes_the_answer_unreadable()
    {
        var outcome = await AskAsync(Yes with { Tree = Banks + Banks });

        outcome.ShouldBeOfType<GatewayOutcome<InstallmentOptionsResponse>.Unknown>().Reason.ShouldBe(UnknownReason.Unreadable);
    }

    private static async Task<GatewayOutcome<InstallmentOptionsResponse>> AskAsync(
        ApiAnswer answer,
        ProtocolSettings? protocol = null
    )
    {
        await using var gateway = ScriptedGateway.Answering(answer.ToXmlBase64());
        await using var sut = new ClientUnderTest();
        return await sut.Get<IInstallmentOptionClient>()
            .GetAsync(
                ClientUnderTest.Merchant(gateway.Endpoint, protocol: protocol),
                ClientUnderTest.Deadline,
                TestContext.Current.CancellationToken
            );
    }
}
