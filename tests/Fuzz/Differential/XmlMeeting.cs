using System.Text;
using Fuzz.Parties;
using TwoC2P.Calls;
using TwoC2P.Keys;
using TwoC2P.Messages;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Envelopes;
using TwoC2P.Simulator.Messages;
using TwoC2P.Simulator.RootElements;
using EnvelopeKind = TwoC2P.Envelopes.EnvelopeKind;

namespace Fuzz.Differential;

/// <summary>A request of one of the XML APIs and the answer to it.</summary>
internal sealed class XmlMeeting(
    SimulatorSide simulator,
    MessageExchange exchange,
    EnvelopeKind envelope,
    IReadOnlyDictionary<string, string> given
) : IMeeting
{
    private static readonly Uri Anywhere = new("https://gateway.example/");

    // Cannot be opened or read, lacks something, unknown merchant, wrong hash: whatever comes after these has been verified.
    private static readonly string[] NotBelieved = ["02", "03", "10", "13", "14", "96"];

    private readonly IRootElement root = simulator.Root(exchange.Request.Root);
    private readonly IEnvelope gateway = simulator.Envelope(envelope);

    public string Name => $"{exchange.Request.Root}/{envelope}";

    public string Meet(Random random)
    {
        var request = RandomMessage.Of(exchange.Request, random, given);
        if (!RandomMessage.IsSendable(request, exchange.Request))
            return "ClientRefuses";

        var isStrange = random.Next(8) == 0;
        var body = WireWith(isStrange ? SampleKeys.OfStranger : SampleKeys.OfMerchant).Seal(request, exchange);
        var answer = AnswerTo(Encoding.ASCII.GetString(body));
        if (answer is not null == isStrange)
            throw new DisagreementException(
                "simulator",
                isStrange ? "believes what a stranger signed" : $"does not believe {Shown(request)}"
            );

        return answer is null ? "StrangerRefused" : Answer(answer, random);
    }

    private string Answer(IGatewayAnswer answer, Random random) =>
        Answering.Meet(
            answer,
            exchange.Answer,
            random,
            (xml, key) => gateway.Close(xml, simulator.Merchant, key),
            text => Answering.IsBelieved(text, WireWith(SampleKeys.OfMerchant), exchange)
        );

    /// <summary>The simulator's answer; null when it does not believe the request.</summary>
    private IGatewayAnswer? AnswerTo(string body)
    {
        var isToken = envelope is EnvelopeKind.Jose;
        var text = isToken ? body : RawForm.Value(body, "paymentRequest");
        if (
            gateway.Open(text) is not { } xml
            || XmlMessage.TryRead(xml, isSigned: isToken) is not { } message
            || (isToken && !simulator.Jose.IsSignedBy(message["merchantID"], text))
        )
            return null;

        var answer = root.Answer(message, new CallContext(gateway.Kind, SimulatorSide.NoFaults));
        return NotBelieved.Contains(answer.RespCode) ? null : answer;
    }

    private IWire WireWith(GatewayKeys keys) =>
        envelope is EnvelopeKind.Jose ? new JoseWire(Anywhere, keys.Jose!) : new XmlWire(Anywhere, envelope, keys);

    private string Shown(WireMessage message) =>
        string.Join(", ", exchange.Request.Fields.Select(field => $"{field.Name}=[{message[field.Name]}]"));
}
