using System.Text;
using Fuzz.Parties;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;
using TwoC2P.Simulator.Answers;
using TwoC2P.Simulator.Envelopes;
using EnvelopeKind = TwoC2P.Envelopes.EnvelopeKind;

namespace Fuzz.Differential;

/// <summary>A callback as the simulator writes it.</summary>
internal sealed class CallbackMeeting(SimulatorSide simulator, EnvelopeKind envelope, INotificationReader reader) : IMeeting
{
    private readonly IEnvelope gateway = simulator.Envelope(envelope);
    private readonly GatewayMerchant merchant = ClientUnderTest.Merchant(envelope);

    public string Name => $"callback/{envelope}";

    public string Meet(Random random)
    {
        IGatewayAnswer notice = new TwoC2P.Simulator.PaymentAnswers.PaymentProcessResponse
        {
            Version = "3.4",
            TimeStamp = "231126120000",
            RespCode = "00",
        };
        return Answering.Meet(
            notice,
            PaymentProcessLayouts.Response,
            random,
            (xml, key) => gateway.Close(xml, simulator.Merchant, key),
            text => IsBelieved(text, random)
        );
    }

    private bool IsBelieved(string text, Random random)
    {
        var value = random.Next(2) == 0 ? text : Uri.EscapeDataString(text);
        return reader.Read(Encoding.ASCII.GetBytes($"notifyResponse={value}"), merchant) is NotificationOutcome.Verified;
    }
}
