using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Envelopes;
using TwoC2P.Protocol;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Protocol;

/// <summary>Each verb with each version, algorithm and envelope that a merchant can set, and both sides still understand each other.</summary>
public sealed class SettingsMatrixTests(RunningSimulator simulator)
{
    private static readonly EnvelopeKind[] Envelopes = [EnvelopeKind.Pkcs7, EnvelopeKind.Base64];

    private static readonly SignatureAlgorithm?[] Algorithms = [SignatureAlgorithm.HmacSha256, SignatureAlgorithm.HmacSha1];

    public static TheoryData<string, string, EnvelopeKind> Payments =>
        [
            .. from verb in PaymentVerbs.All
            from version in (string[])["3.1", "3.3", "3.4"]
            from envelope in Envelopes
            select (verb.Name, version, envelope),
        ];

    public static TheoryData<string, string, SignatureAlgorithm?, EnvelopeKind> Cards => XmlApi(CardVerbs.All, ["2.3", "2.4"]);

    public static TheoryData<string, string, SignatureAlgorithm?, EnvelopeKind> Options =>
        XmlApi(OptionVerbs.All, ["2.1", "2.2", "2.3"]);

    public static TheoryData<string, string, EnvelopeKind> Plans =>
        [
            .. from verb in PlanVerbs.All
            from version in (string[])["2.1", "2.2", "2.3", "2.4"]
            from envelope in Envelopes
            select (verb.Name, version, envelope),
        ];

    public static TheoryData<string, string> Links =>
        [.. from verb in LinkVerbs.All from version in (string[])["2.0", "2.1", "2.4"] select (verb.Name, version)];

    [Theory]
    [MemberData(nameof(Payments))]
    public async Task Payment_Action(string verb, string version, EnvelopeKind envelope)
    {
        await using var sut = await Meeting.BeginAsync(simulator, envelope: envelope, version: version);

        await ShouldBeAnsweredAsync(sut, verb, envelope);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task Card_tokenization(string verb, string version, SignatureAlgorithm? algorithm, EnvelopeKind envelope)
    {
        var protocol = new ProtocolSettings();
        Set(protocol.CardTokens, version, algorithm, envelope);
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        await ShouldBeAnsweredAsync(sut, verb, envelope);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Instalment_options(string verb, string version, SignatureAlgorithm? algorithm, EnvelopeKind envelope)
    {
        var protocol = new ProtocolSettings();
        Set(protocol.InstallmentOptions, version, algorithm, envelope);
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        await ShouldBeAnsweredAsync(sut, verb, envelope);
    }

    /// <summary>SHA-1 below version 2.3, SHA-256 from there on.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Recurring_plans(string verb, string version, EnvelopeKind envelope)
    {
        var protocol = new ProtocolSettings();
        Set(protocol.RecurringPlans, version, algorithm: null, envelope);
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        await ShouldBeAnsweredAsync(sut, verb, envelope);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task QuickPay(string verb, string version)
    {
        await using var sut = await Meeting.BeginAsync(simulator, new ProtocolSettings { QuickPay = { Version = version } });

        await ShouldBeAnsweredAsync(sut, verb, EnvelopeKind.Base64);
    }

    /// <summary>An address of its own for an API, and a merchant whose Payment Action has the other envelope.</summary>
    [Theory]
    [InlineData(EnvelopeKind.Pkcs7, EnvelopeKind.Base64)]
    [InlineData(EnvelopeKind.Base64, EnvelopeKind.Pkcs7)]
    public async Task An_API_finds_its_address_beside_Payment_Action_in_the_other_envelope(
        EnvelopeKind payments,
        EnvelopeKind cards
    )
    {
        var protocol = new ProtocolSettings { CardTokens = { Envelope = cards } };
        await using var sut = await Meeting.BeginAsync(simulator, protocol, payments);

        await ShouldBeAnsweredAsync(sut, "Cards Inquiry", cards);
        (await PaymentVerbs.All[0].CallAsync(sut)).Kind.ShouldBe(Ending.Answered);
    }

    private static async Task ShouldBeAnsweredAsync(Meeting sut, string verb, EnvelopeKind envelope)
    {
        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Answered, ending.ToString());
        (await sut.CallsAsync()).ShouldHaveSingleItem()["envelope"]!.ToString().ShouldBe(envelope.ToString());
    }

    private static void Set(XmlApiSettings api, string version, SignatureAlgorithm? algorithm, EnvelopeKind envelope)
    {
        api.Version = version;
        api.Algorithm = algorithm;
        api.Envelope = envelope;
    }

    private static TheoryData<string, string, SignatureAlgorithm?, EnvelopeKind> XmlApi(
        IReadOnlyList<Verb> verbs,
        string[] versions
    ) =>
        [
            .. from verb in verbs
            from version in versions
            from algorithm in Algorithms
            from envelope in Envelopes
            select (verb.Name, version, algorithm, envelope),
        ];
}
