using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.QuickPay;

namespace TwoC2P.Simulator.Tests.Messages;

/// <summary>Every published result code comes with a text of its own.</summary>
public sealed class CodeTableTests
{
    private const string Unknown = "Request refused";

    private static readonly string[] XmlCodes = (
        "00 01 02 03 04 05 10 11 12 13 14 15 16 17 18 21 22 25 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 "
        + "50 51 52 53 54 61 65 95 96 97 98 99"
    ).Split(' ');

    private static readonly string[] QuickPayCodeList =
    [
        .. Enumerable.Range(0, 28).Select(code => $"{code:D3}"),
        .. Enumerable.Range(101, 8).Select(code => $"{code:D3}"),
        "997",
        "998",
        "999",
    ];

    [Fact]
    public void Each_code_of_the_XML_APIs_is_described()
    {
        var texts = XmlCodes.Select(ResultCodes.Describe).ToList();

        texts.ShouldNotContain(Unknown);
        texts.ShouldAllBe(text => text.Length <= 100);
    }

    [Fact]
    public void Each_code_of_QuickPay_is_described()
    {
        var texts = QuickPayCodeList.Select(QuickPayCodes.Describe).ToList();

        texts.ShouldNotContain(Unknown);
    }

    [Fact]
    public void A_code_that_nobody_published_is_a_refusal()
    {
        ResultCodes.Describe("77").ShouldBe(Unknown);
        QuickPayCodes.Describe("777").ShouldBe(Unknown);
    }
}
