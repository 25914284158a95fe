using System.Text;
using Fuzz.Inputs;
using Fuzz.Parties;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;
using TwoC2P.PaymentAction;

namespace Fuzz.Targets;

/// <summary>What is posted to a notifyURL, by anybody.</summary>
internal sealed class CallbackTarget : IFuzzTarget
{
    private const int MaxBody = 64 * 1024;

    private readonly EnvelopeKind envelope;
    private readonly INotificationReader reader;
    private readonly GatewayMerchant merchant;
    private readonly AnswerApi api = AnswerApi.Xml.Single(api => api.Name == "payment-R");
    private readonly Mutator contents = new(
        Words.Xml,
        [.. Corpus.All("answers").Concat(Corpus.All("samples")).Select(Encoding.UTF8.GetBytes)],
        MaxBody / 4
    );
    private readonly Mutator wires = new(Words.Wire, [.. Corpus.All("wire").Select(Encoding.UTF8.GetBytes)], MaxBody);

    private CallbackTarget(EnvelopeKind envelope, ClientUnderTest client)
    {
        this.envelope = envelope;
        reader = client.Get<INotificationReader>();
        merchant = ClientUnderTest.Merchant(envelope);
    }

    public string Name => $"callbacks/{envelope}";

    public static IEnumerable<IFuzzTarget> All(ClientUnderTest client) =>
        Enum.GetValues<EnvelopeKind>().Select(envelope => new CallbackTarget(envelope, client));

    public byte[] NewInput(Random random)
    {
        var good = Encoding.UTF8.GetBytes(api.Sample);
        var body = random.Next(10) switch
        {
            < 5 => Form(GatewaySeal.Seal(Resigning.Sign(contents.Mutate(good, random), api, isJson: false), envelope), random),
            < 6 => Form(GatewaySeal.Seal(contents.Mutate(good, random), envelope), random),
            6 => Form(GatewaySeal.SealBadly(Resigning.Sign(good, api, isJson: false), envelope, random), random),
            _ => wires.Mutate(Form(GatewaySeal.Seal(Resigning.Sign(good, api, isJson: false), envelope), random), random),
        };
        return body.Length <= MaxBody ? body : body[..MaxBody];
    }

    public string Read(byte[] input) => reader.Read(input, merchant).GetType().Name;

    private static byte[] Form(string text, Random random) =>
        Encoding.UTF8.GetBytes(
            random.Next(5) switch
            {
                0 => text,
                1 => $"notifyResponse={text}",
                2 => $"a=b&paymentResponse={Uri.EscapeDataString(text)}",
                3 => $"notifyResponse=&paymentResponse={text}",
                _ => $"notifyResponse={Uri.EscapeDataString(text)}",
            }
        );
}
