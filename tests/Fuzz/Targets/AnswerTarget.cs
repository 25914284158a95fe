using System.Text;
using Fuzz.Inputs;
using Fuzz.Parties;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;

namespace Fuzz.Targets;

/// <summary>What 2C2P answers to one call, in one envelope: read by the whole client, from the body to the outcome.</summary>
internal sealed class AnswerTarget : IFuzzTarget
{
    private const int MaxContent = 64 * 1024;

    private readonly AnswerApi api;
    private readonly EnvelopeKind envelope;
    private readonly bool isJson;
    private readonly ClientUnderTest client;
    private readonly GatewayMerchant merchant;
    private readonly Mutator contents;
    private readonly Mutator wires;
    private readonly byte[] sample;

    private AnswerTarget(AnswerApi api, EnvelopeKind envelope, bool isJson, ClientUnderTest client)
    {
        (this.api, this.envelope, this.isJson, this.client) = (api, envelope, isJson, client);
        merchant = ClientUnderTest.Merchant(envelope);
        sample = Encoding.UTF8.GetBytes(api.Sample);
        contents = new Mutator(
            isJson ? Words.Json : Words.Xml,
            [.. Corpus.All("answers").Concat(Corpus.All("samples")).Select(Encoding.UTF8.GetBytes)],
            MaxContent
        );
        wires = new Mutator(Words.Wire, [.. Corpus.All("wire").Select(Encoding.UTF8.GetBytes)], 2 * MaxContent);
    }

    public string Name => $"answers/{api.Name}/{(isJson ? "Json" : envelope)}";

    public static IEnumerable<IFuzzTarget> All(ClientUnderTest client) =>
        [
            .. AnswerApi.Xml.SelectMany(api =>
                Enum.GetValues<EnvelopeKind>().Select(envelope => new AnswerTarget(api, envelope, isJson: false, client))
            ),
            .. AnswerApi.Json.Select(api => new AnswerTarget(api, EnvelopeKind.Base64, isJson: true, client)),
        ];

    public byte[] NewInput(Random random) =>
        random.Next(10) switch
        {
            // With a hash or signature that fits: the rest of the way is only open to these.
            < 5 => Sealed(Resigning.Sign(contents.Mutate(sample, random), api, isJson)),
            < 7 => Sealed(contents.Mutate(sample, random)),
            7 => Encoding.UTF8.GetBytes(GatewaySeal.SealBadly(Signed(), envelope, random)),
            _ => wires.Mutate(Sealed(Signed()), random),
        };

    public string Read(byte[] input)
    {
        client.Answer = input;
        var call = api.CallAsync(client, merchant);
        return call.IsCompleted
            ? call.GetAwaiter().GetResult().GetType().Name
            : throw new InvalidOperationException("The call waits for something that will never come.");
    }

    private byte[] Signed() => Resigning.Sign(sample, api, isJson);

    private byte[] Sealed(byte[] content) => Encoding.UTF8.GetBytes(GatewaySeal.Seal(content, envelope));
}
