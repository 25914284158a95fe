using System.Net.Http.Json;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.InstallmentOptions;

public sealed class OptionTests : IAsyncLifetime
{
    private SimulatorHost _sut = null!;

    [Fact]
    public async Task The_banks_of_2C2Ps_sample_are_answered_as_published()
    {
        var answer = await _sut.CallAsync(ApiRequest.Options());

        answer.Name.LocalName.ShouldBe("IppOptionResponse");
        answer.Text("respReason").ShouldBe("Success");
        var bank = answer.Descendants("ippBank").First();
        bank.Elements()
            .Select(element => element.Name.LocalName)
            .ShouldBe(["bankName", "bankShortName", "bankLogoUrl", "bankPromoUrl", "bankTerms", "bins", "installmentOptions"]);
        bank.Text("bankName").ShouldBe("2C2P Simulator");
        bank.Descendants("bin").Select(bin => bin.Value).ShouldBe(["300307", "365988"]);
        bank.Descendants("option")
            .Single()
            .Attributes()
            .Select(attribute => $"{attribute.Name}={attribute.Value}")
            .ShouldBe([
                "id=1",
                "installmentPeriod=10",
                "merInterestRate=-1.00",
                "cusInterestRate=1.00",
                "minAmount=100.00",
                "currencyCode=THB",
                "validFrom=2016-03-01",
                "validUntil=2022-03-31",
            ]);
    }

    [Fact]
    public async Task A_newer_bank_comes_without_promotion_and_terms()
    {
        var answer = await _sut.CallAsync(ApiRequest.Options());

        var bank = answer.Descendants("ippBank").Single(each => each.Text("bankShortName") == "HSBC");

        bank.Element("bankPromoUrl").ShouldBeNull();
        bank.Element("bankTerms").ShouldBeNull();
        bank.Descendants("option").Select(option => option.Attribute("installmentPeriod")!.Value).ShouldBe(["6", "3"]);
    }

    /// <summary>printf %s 2.3JT01 (2.300 for the answer) | openssl dgst -sha256 (or -sha1) -hmac 7jYcp4FxFdf0</summary>
    [Theory]
    [InlineData(
        "e55c88ee29f25abbb3732e9adb459557c58f8e167957aeade42908415fc0836e",
        "962B802406E9FA00BDFE2702B4498ECFC0362E46FF210E1188764B18734C32C7"
    )]
    [InlineData("472E0B1F45CF88A43366A71219FE9A7FB7DD5018", "DB51A030EC35DB049644692D9E968EE0F3D95F5C")]
    public async Task The_answer_is_signed_with_the_algorithm_of_the_request(string given, string expected)
    {
        var answer = await _sut.CallAsync(ApiRequest.Options().With("hashValue", given));

        answer.Text("hashValue").ShouldBe(expected);
    }

    [Fact]
    public async Task A_merchant_without_banks_gets_an_empty_list()
    {
        await _sut.ControlAsync("banks", new { merchantId = "JT01", banks = Array.Empty<object>() });

        var answer = await _sut.CallAsync(ApiRequest.Options());

        answer.Text("respCode").ShouldBe("00");
        answer.Element("ippBanks")!.HasElements.ShouldBeFalse();
    }

    [Fact]
    public async Task Banks_can_be_set_as_they_shall_be_answered()
    {
        var option = new { id = "7", merInterestRate = "-1.0000" };
        var bank = new
        {
            bankName = "A & B <Bank>",
            bins = new[] { "411111" },
            installmentOptions = new[] { option },
        };
        await _sut.ControlAsync("banks", new { merchantId = "JT01", banks = new[] { bank } });

        var answer = await _sut.CallAsync(ApiRequest.Options());

        answer.Descendants("bankName").Single().Value.ShouldBe("A & B <Bank>");
        answer.Descendants("option").Single().Attribute("merInterestRate")!.Value.ShouldBe("-1.0000");
    }

    /// <summary>The page's request, its typing error mended. It is signed with a key that is not public.</summary>
    [Fact]
    public async Task The_published_request_is_read_as_far_as_its_hash()
    {
        using var registered = await _sut.Client.PutAsJsonAsync("/_control/merchants/JT", new { secretKey = "unknown" });
        var request = ApiRequest
            .Options()
            .With("timeStamp", "041016180647")
            .With("merchantID", "JT")
            .With("hashValue", "478DBA0F2CAA63D22B6B214CE1CC6ACB467C6D1A");

        var answer = await _sut.CallAsync(request);

        answer.Text("respCode").ShouldBe("13");
        answer.Text("hashValue").Length.ShouldBe(40);
    }

    [Theory]
    [InlineData("version", "", "10")]
    [InlineData("merchantID", "", "10")]
    [InlineData("merchantID", "NOBODY", "14")]
    [InlineData("hashValue", "00", "13")]
    [InlineData("version", "two", "11")]
    [InlineData("timeStamp", "41016180647", "11")]
    public async Task A_request_that_cannot_be_served_is_refused(string field, string value, string code)
    {
        var answer = await _sut.CallAsync(ApiRequest.Options().With(field, value));

        answer.Text("respCode").ShouldBe(code);
        answer.Text("hashValue").Length.ShouldBe(code is "10" or "14" ? 0 : 64);
        answer.Descendants("ippBank").ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync() => _sut = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _sut.DisposeAsync();
}
