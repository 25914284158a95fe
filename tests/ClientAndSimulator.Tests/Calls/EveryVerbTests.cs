using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using Testing;
using TwoC2P.PaymentAction;

namespace ClientAndSimulator.Tests.Calls;

/// <summary>What holds for each verb of each API, with the envelope that its API has by default.</summary>
public sealed class EveryVerbTests(RunningSimulator simulator)
{
    public static TheoryData<string> Verbs => [.. Verb.All.Select(verb => verb.Name)];

    /// <summary>Every verb with every fault, and how the call must end.</summary>
    public static TheoryData<string, string, string> Faults
    {
        get
        {
            (string Fault, UnknownReason Reason)[] faults =
            [
                ("wrong-hash", UnknownReason.Unverified),
                ("refusal-without-hash", UnknownReason.Unverified),
                ("truncated", UnknownReason.Unreadable),
                ("html", UnknownReason.Unreadable),
                ("http-500", UnknownReason.HttpStatus),
                ("redirect", UnknownReason.HttpStatus),
                ("closed-after-reading", UnknownReason.ConnectionLost),
                ("answer-lost", UnknownReason.ConnectionLost),
            ];
            return [.. from verb in Verb.All from fault in faults select (verb.Name, fault.Fault, Ending.Unknown(fault.Reason))];
        }
    }

    [Fact]
    public void There_are_19_verbs() => Verb.All.Select(verb => verb.Name).Distinct().Count().ShouldBe(5 + 4 + 3 + 1 + 6);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_gateway_carries_it_out_and_the_client_believes_the_answer(string verb)
    {
        await using var sut = await Meeting.BeginAsync(simulator);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Answered, ending.ToString());
        var call = (await sut.CallsAsync()).ShouldHaveSingleItem();
        call["workDone"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_signed_refusal_is_believed(string verb)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.FaultAsync("respond-with");

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Refused);
        (await sut.CallsAsync()).ShouldHaveSingleItem()["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_not_a_whole_and_signed_answer_is_not_believed(string verb, string fault, string expected)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.FaultAsync(fault);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(expected);
        (await sut.CallsAsync()).ShouldHaveSingleItem()["fault"]!.ToString().ShouldBe(fault);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Without_an_answer_the_deadline_ends_the_call(string verb)
    {
        await using var sut = await Meeting.BeginAsync(simulator);
        await sut.FaultAsync("no-answer");
        var calling = Verb.Find(verb).CallAsync(sut);
        await Eventually.IsTrueAsync(async () => (await sut.CallsAsync()).Count == 1);

        sut.Time.Advance(Meeting.Deadline);

        (await calling).Kind.ShouldBe(Ending.Unknown(UnknownReason.TimedOut));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_merchant_with_another_key_is_refused_and_does_not_believe_the_refusal(string verb)
    {
        await using var sut = await Meeting.BeginAsync(simulator, secretKey: "not-the-key");

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Unknown(UnknownReason.Unverified));
        var call = (await sut.CallsAsync()).ShouldHaveSingleItem();
        call["respCode"]!.ToString().ShouldBeOneOf("13", "997");
        call["workDone"]!.GetValue<bool>().ShouldBeFalse();
    }
}
