using System.Text;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace TwoC2P.Tests.Envelopes;

/// <summary>Of a valid token, 8,192 copies with one bit changed: each is refused, and none of the refusals tells why.</summary>
public sealed class FlippedBitTests
{
    private const int Flips = 8192;

    private static readonly byte[] Xml = Encoding.UTF8.GetBytes(
        "<PaymentProcessResponse><version>4.3</version><timeStamp>250221155131</timeStamp><respCode>00</respCode><respDesc>Success</respDesc><processType>R</processType>"
            + "<invoiceNo>260121085327</invoiceNo><amount>25.00</amount><status>RF</status><approvalCode>2508513089</approvalCode><referenceNo>3528643</referenceNo>"
            + "<refundReferenceNo>3598743</refundReferenceNo><transactionDateTime>20210126085854</transactionDateTime><maskedPan>411111XXXXXX1111</maskedPan><eci>05</eci>"
            + "<paymentScheme>VI</paymentScheme><processBy>VI</processBy></PaymentProcessResponse>"
    );

    private static readonly byte[] Token = Encoding.ASCII.GetBytes(JoseToken.Seal(Xml, SampleJoseKeys.OfGateway()));

    /// <summary>The whole client, from the answer's body to the outcome.</summary>
    [Fact]
    public async Task Of_an_answer()
    {
        await using var sut = new AnsweredClient();
        (await sut.AskAsync(Encoding.ASCII.GetString(Token))).ShouldBeOfType<PaymentActionOutcome.Answered>();

        var outcomes = new HashSet<PaymentActionOutcome>();
        foreach (var token in Flipped())
            outcomes.Add(await sut.AskAsync(token));

        outcomes.ShouldHaveSingleItem().ShouldBe(new PaymentActionOutcome.Unknown(UnknownReason.Unverified, 200, null));
    }

    /// <summary>What is not verified and what is not even a token are refused with the same 401; see the tests of the app.</summary>
    [Fact]
    public void Of_a_callback()
    {
        var sut = new NotificationReader();
        var merchant = ClientUnderTest.Merchant(
            new Uri("https://gateway.example/"),
            EnvelopeKind.Jose,
            SampleJoseKeys.AsGatewayKeys()
        );
        Read(sut, merchant, Encoding.ASCII.GetString(Token)).ShouldBeOfType<NotificationOutcome.Verified>();

        var outcomes = Flipped().Select(token => Read(sut, merchant, token)).ToHashSet();

        outcomes.ShouldHaveSingleItem().ShouldBeOfType<NotificationOutcome.Unverified>();
    }

    private static NotificationOutcome Read(NotificationReader reader, GatewayMerchant merchant, string token) =>
        reader.Read(Encoding.UTF8.GetBytes($"notifyResponse={token}"), merchant);

    // Spread evenly: header, sealed key, content, tag and signature all get their share, and the last bit too.
    private static IEnumerable<string> Flipped()
    {
        var bits = Token.Length * 8L;
        for (var flip = 0; flip < Flips; flip++)
        {
            var bit = flip * (bits - 1) / (Flips - 1);
            var copy = (byte[])Token.Clone();
            copy[bit / 8] ^= (byte)(1 << (int)(bit % 8));
            yield return Encoding.Latin1.GetString(copy);
        }
    }
}
