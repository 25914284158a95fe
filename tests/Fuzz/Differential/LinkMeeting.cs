using System.Text;
using Fuzz.Parties;
using TwoC2P.Calls;
using TwoC2P.QuickPay;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.QuickPay;
using EnvelopeKind = TwoC2P.Envelopes.EnvelopeKind;

namespace Fuzz.Differential;

/// <summary>A request of QuickPay and the answer to it.</summary>
internal sealed class LinkMeeting(SimulatorSide simulator, MessageExchange exchange) : IMeeting
{
    // Unknown merchant, unreadable or wrongly signed, something lacks.
    private static readonly string[] NotBelieved = ["001", "997", "998"];

    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["version"] = "2.4",
        ["merchantID"] = SimulatorSide.MerchantId,
        ["timeStamp"] = "20261123120000",
        ["qpID"] = "231095",
        ["orderIdPrefix"] = "INV",
        ["description"] = "Order <1> & \"more\" ก",
        ["currency"] = "SGD",
        ["amount"] = "100.00",
        ["expiry"] = "2026-12-31 23:59:59",
    };

    private readonly IEnvelope gateway = simulator.Envelope(EnvelopeKind.Base64);

    public string Name => $"{exchange.Request.Root}/Json";

    public string Meet(Random random)
    {
        var request = RandomMessage.Of(exchange.Request, random, Given);
        if (!RandomMessage.IsSendable(request, exchange.Request))
            return "ClientRefuses";

        var isStrange = random.Next(8) == 0;
        var body = WireOf(isStrange).Seal(request, exchange);
        var answer = AnswerTo(Encoding.ASCII.GetString(body));
        if (answer is not null == isStrange)
            throw new DisagreementException(
                "simulator",
                isStrange ? "believes what a stranger signed" : $"does not believe {Convert.ToBase64String(body)}"
            );

        return answer is null
            ? "StrangerRefused"
            : Answering.Meet(
                answer,
                exchange.Answer,
                random,
                (json, key) => gateway.Close(json, simulator.Merchant, key),
                text => Answering.IsBelieved(text, WireOf(isStrange: false), exchange)
            );
    }

    private IGatewayAnswer? AnswerTo(string body)
    {
        if (gateway.Open(body) is not { } json || QuickPayMessage.TryRead(json) is not { } message)
            return null;

        var answer = simulator.QuickPay.Answer(message, SimulatorSide.NoFaults);
        return NotBelieved.Contains(answer.RespCode) ? null : answer;
    }

    private static QuickPayWire WireOf(bool isStrange) =>
        new(new Uri("https://gateway.example/"), isStrange ? SampleKeys.OfStranger : SampleKeys.OfMerchant);
}
