using System.Text;
using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.Envelopes;

/// <summary>Requests in the shapes that merchants' programs give them.</summary>
public sealed class WireFormTests(SharedSimulator shared) : IClassFixture<SharedSimulator>
{
    private static readonly string Xml = PaymentRequest.Inquiry("INV-SETTLED-1").Xml();

    /// <summary>Around the XML, inside the envelope.</summary>
    public static TheoryData<string> Insides =>
        [
            "{0}",
            "\r\n{0}",
            " \t{0}\n",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>{0}",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>{0}",
            "\n<?xml version=\"1.0\"?>{0}",
            "<!-- by hand -->{0}",
            "\uFEFF{0}",
            "\uFEFF\r\n{0}",
            "{0}\0\0",
        ];

    /// <summary>Around the envelope, in the form.</summary>
    public static TheoryData<string> Bodies =>
        [
            "paymentRequest={0}",
            "\uFEFFpaymentRequest={0}",
            "paymentRequest=\uFEFF{0}",
            "paymentRequest=%EF%BB%BF{0}",
            "paymentRequest={0}%00",
            "paymentRequest={0}\0\0",
            "paymentRequest={0}\r\n",
            "PaymentRequest={0}",
            "a=b&paymentRequest={0}&c=d",
        ];

    [Theory]
    [MemberData(nameof(Insides))]
    public async Task The_XML_is_found_whatever_stands_around_it(string inside) =>
        await ShouldBeAnsweredAsync(
            $"paymentRequest={Uri.EscapeDataString(Base64(inside.Replace("{0}", Xml, StringComparison.Ordinal)))}"
        );

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_envelope_is_found_whatever_stands_around_it(string body)
    {
        await ShouldBeAnsweredAsync(body.Replace("{0}", Uri.EscapeDataString(Base64(Xml)), StringComparison.Ordinal));
        await ShouldBeAnsweredAsync(body.Replace("{0}", Base64(Xml), StringComparison.Ordinal));
    }

    /// <summary>Three lengths, of which one ends with a plus.</summary>
    [Fact]
    public async Task A_raw_plus_stays_one_also_at_the_end()
    {
        var endings = new List<char>();
        foreach (var filler in new[] { "", "1", "12" })
        {
            var envelope = Base64($"<!--{filler}-->{Xml}");
            endings.Add(envelope[^1]);

            await ShouldBeAnsweredAsync($"paymentRequest={envelope}");
        }

        endings.ShouldContain('+');
    }

    [Theory]
    [InlineData("a & b")]
    [InlineData("a&nbsp;b")]
    [InlineData("a&#x1;b")]
    [InlineData("a\u0001b")]
    public async Task A_text_that_is_not_hashed_makes_no_request_unreadable_and_one_that_is_hashed_must_be_right(string text)
    {
        var unhashed = Xml.Replace("<version>", $"<remark>{text}</remark><version>", StringComparison.Ordinal);
        var hashed = Xml.Replace("</invoiceNo>", $"</invoiceNo><userDefined1>{text}</userDefined1>", StringComparison.Ordinal);

        await ShouldBeAnsweredAsync($"paymentRequest={Uri.EscapeDataString(Base64(unhashed))}");
        await ShouldBeAnsweredAsync($"paymentRequest={Uri.EscapeDataString(Base64(hashed))}", "13");
    }

    [Fact]
    public async Task So_do_bytes_that_are_no_UTF8()
    {
        byte[] xml =
        [
            .. Encoding.UTF8.GetBytes(Xml.Replace("</PaymentProcessRequest>", "<remark>caf", StringComparison.Ordinal)),
            0xE9,
            .. "</remark></PaymentProcessRequest>"u8,
        ];

        await ShouldBeAnsweredAsync($"paymentRequest={Uri.EscapeDataString(Convert.ToBase64String(xml))}");
    }

    [Fact]
    public async Task A_JOSE_token_is_told_so()
    {
        var answer = await PostAsync("paymentRequest=eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.ZXlK.c2ln");

        answer.RespCode.ShouldBe("96");
        answer["respDesc"].ShouldContain("JOSE");
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\r\n")]
    public async Task QuickPays_JSON_is_found_whatever_stands_around_it(string before)
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(QuickPayRequest.Query("231095").Base64()));
        foreach (
            var content in new[]
            {
                $"{before}{json}\0",
                json.Replace("{\"version\"", "{\"note\":\"a\u0001b\",\"version\"", StringComparison.Ordinal),
                json.Replace("{\"version\"", "{\"note\":\"a\\ud800b\",\"\\ud800\":1,\"version\"", StringComparison.Ordinal),
            }
        )
        {
            using var body = new StringContent($"{before}{Base64(content)}\0", Encoding.UTF8, "text/plain");
            using var response = await shared.Host.Client.PostAsync(QuickPayRequest.DirectPath, body);

            ApiHost.Open(await response.Content.ReadAsStringAsync()).Text("resCode").ShouldBe("000", content);
        }
    }

    private async Task ShouldBeAnsweredAsync(string body, string respCode = "00") =>
        (await PostAsync(body)).RespCode.ShouldBe(respCode);

    private async Task<Answer> PostAsync(string body)
    {
        using var form = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await shared.Host.Client.PostAsync(SimulatorHost.Base64Path, form);
        response.EnsureSuccessStatusCode();
        return Answer.Open(await response.Content.ReadAsStringAsync());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
