using System.Security.Cryptography;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using Testing;
using TwoC2P.Outcomes;

namespace ClientAndSimulator.Tests.Calls;

/// <summary>What holds for each verb of each API, in both generations: with the envelope that its API has by default, and in signed tokens.</summary>
public sealed class EveryVerbTests(RunningSimulator simulator)
{
    // QuickPay has one generation.
    private static readonly IReadOnlyList<Verb> InTokens = [.. Verb.All.Except(LinkVerbs.All)];

    public static TheoryData<string, bool> Verbs =>
        [.. Verb.All.Select(verb => (verb.Name, false)), .. InTokens.Select(verb => (verb.Name, true))];

    /// <summary>Every verb with every fault, and how the call must end. Of a token nobody says anything before it is opened, so all that does not open is unverified.</summary>
    public static TheoryData<string, bool, string, string> Faults
    {
        get
        {
            (string Fault, UnknownReason Hashed, UnknownReason Token)[] faults =
            [
                ("wrong-hash", UnknownReason.Unverified, UnknownReason.Unverified),
                ("refusal-without-hash", UnknownReason.Unverified, UnknownReason.Unverified),
                ("truncated", UnknownReason.Unreadable, UnknownReason.Unverified),
                ("html", UnknownReason.Unreadable, UnknownReason.Unverified),
                ("http-500", UnknownReason.HttpStatus, UnknownReason.HttpStatus),
                ("redirect", UnknownReason.HttpStatus, UnknownReason.HttpStatus),
                ("closed-after-reading", UnknownReason.ConnectionLost, UnknownReason.ConnectionLost),
                ("answer-lost", UnknownReason.ConnectionLost, UnknownReason.ConnectionLost),
            ];
            return
            [
                .. from verb in Verb.All
                from fault in faults
                select (verb.Name, false, fault.Fault, Ending.Unknown(fault.Hashed)),
                .. from verb in InTokens from fault in faults select (verb.Name, true, fault.Fault, Ending.Unknown(fault.Token)),
            ];
        }
    }

    [Fact]
    public void There_are_19_verbs() => Verb.All.Select(verb => verb.Name).Distinct().Count().ShouldBe(5 + 4 + 3 + 1 + 6);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_gateway_carries_it_out_and_the_client_believes_the_answer(string verb, bool inTokens)
    {
        await using var sut = await BeginAsync(inTokens);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Answered, ending.ToString());
        var call = (await sut.CallsAsync()).ShouldHaveSingleItem();
        call["workDone"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_signed_refusal_is_believed(string verb, bool inTokens)
    {
        await using var sut = await BeginAsync(inTokens);
        await sut.FaultAsync("respond-with");

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Refused);
        (await sut.CallsAsync()).ShouldHaveSingleItem()["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_not_a_whole_and_signed_answer_is_not_believed(
        string verb,
        bool inTokens,
        string fault,
        string expected
    )
    {
        await using var sut = await BeginAsync(inTokens);
        await sut.FaultAsync(fault);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(expected);
        (await sut.CallsAsync()).ShouldHaveSingleItem()["fault"]!.ToString().ShouldBe(fault);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Without_an_answer_the_deadline_ends_the_call(string verb, bool inTokens)
    {
        await using var sut = await BeginAsync(inTokens);
        await sut.FaultAsync("no-answer");
        var calling = Verb.Find(verb).CallAsync(sut);
        await Eventually.IsTrueAsync(async () => (await sut.CallsAsync()).Count == 1);

        sut.Time.Advance(Meeting.Deadline);

        (await calling).Kind.ShouldBe(Ending.Unknown(UnknownReason.TimedOut));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_merchant_with_another_key_is_refused_and_does_not_believe_the_refusal(string verb, bool inTokens)
    {
        using var notTheKey = RSA.Create(2048);
        await using var sut = inTokens
            ? await Meeting.BeginJoseAsync(simulator, notTheKey)
            : await Meeting.BeginAsync(simulator, secretKey: "not-the-key");

        var ending = await Verb.Find(verb).CallAsync(sut);

        // The new generation refuses before it reads, by HTTP alone.
        ending.Kind.ShouldBe(Ending.Unknown(inTokens ? UnknownReason.HttpStatus : UnknownReason.Unverified));
        var call = (await sut.CallsAsync()).ShouldHaveSingleItem();
        (inTokens ? call["fault"] : call["respCode"])!.ToString().ShouldBeOneOf("13", "997", "http-401");
        call["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    private Task<Meeting> BeginAsync(bool inTokens) =>
        inTokens ? Meeting.BeginJoseAsync(simulator) : Meeting.BeginAsync(simulator);
}
