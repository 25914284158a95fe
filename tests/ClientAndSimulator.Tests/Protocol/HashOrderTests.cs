using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using TwoC2P.Outcomes;
using TwoC2P.Protocol;
using TwoC2P.RecurringPlans;
using TwoC2P.Signing;

namespace ClientAndSimulator.Tests.Protocol;

/// <summary>The settings reach the wire: one that the gateway does not share ends the understanding.</summary>
public sealed class HashOrderTests(RunningSimulator simulator)
{
    public static TheoryData<string, string> XmlApis =>
        new()
        {
            { nameof(ProtocolSettings.CardTokens), "Cards Inquiry" },
            { nameof(ProtocolSettings.RecurringPlans), "Plans Inquiry" },
            { nameof(ProtocolSettings.InstallmentOptions), "Options Get" },
        };

    [Theory]
    [MemberData(nameof(XmlApis))]
    public async Task A_request_that_is_hashed_in_another_order_is_refused_with_13(string api, string verb)
    {
        var protocol = new ProtocolSettings();
        Of(protocol, api).RequestHashOrder = "merchantID version";
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Refused);
        (await sut.CallsAsync()).ShouldHaveSingleItem()["respCode"]!.ToString().ShouldBe("13");
    }

    [Theory]
    [MemberData(nameof(XmlApis))]
    public async Task An_answer_that_is_hashed_in_another_order_is_not_believed(string api, string verb)
    {
        var protocol = new ProtocolSettings();
        Of(protocol, api).AnswerHashOrder = "respCode version";
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        (await Verb.Find(verb).CallAsync(sut)).Kind.ShouldBe(Ending.Unknown(UnknownReason.Unverified));
    }

    [Fact]
    public async Task The_answer_to_a_query_is_held_to_the_order_that_is_set()
    {
        var protocol = new ProtocolSettings { QuickPay = { QueryAnswerHashOrder = "version timeStamp qpID resCode resDesc" } };
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        (await Verb.Find("QuickPay Query").CallAsync(sut)).Kind.ShouldBe(Ending.Unknown(UnknownReason.Unverified));
        (await Verb.Find("QuickPay Update").CallAsync(sut)).Kind.ShouldBe(Ending.Answered);
    }

    /// <summary>The gateway takes the algorithm from the version; a client that is set to another one must not follow it.</summary>
    [Theory]
    [InlineData("2.1", SignatureAlgorithm.HmacSha256)]
    [InlineData("2.4", SignatureAlgorithm.HmacSha1)]
    public async Task An_algorithm_that_is_set_holds_whatever_the_gateway_answers_with(
        string version,
        SignatureAlgorithm algorithm
    )
    {
        var protocol = new ProtocolSettings { RecurringPlans = { Version = version, Algorithm = algorithm } };
        await using var sut = await Meeting.BeginAsync(simulator, protocol);

        (await Verb.Find("Plans Inquiry").CallAsync(sut)).Kind.ShouldBe(Ending.Unknown(UnknownReason.Unverified));
    }

    /// <summary>Answers below version 2.3 hash everything but chargeOnDate, as the programs of that time show.</summary>
    [Theory]
    [InlineData("2.1")]
    [InlineData("2.2")]
    [InlineData("2.3")]
    [InlineData("2.4")]
    public async Task A_plan_on_a_day_of_the_year_verifies_in_every_version(string version)
    {
        var protocol = new ProtocolSettings { RecurringPlans = { Version = version } };
        await using var sut = await Meeting.BeginAsync(simulator, protocol);
        await PlanVerbs.SeedAsync(sut, chargeOnDate: "0101");

        var outcome = await PlanVerbs.SendAsync(sut, PlanVerbs.Request(RecurringPlanAction.Inquiry));

        var plan = outcome.ShouldBeOfType<GatewayOutcome<RecurringPlanResponse>.Answered>().Response;
        plan.ChargeOnDate.Text.ShouldBe("0101");
    }

    [Theory]
    [InlineData("2.0", "31122026")]
    [InlineData("2.1", "31122026")]
    [InlineData("2.4", "2026-12-31 23:59:59")]
    public async Task The_version_decides_how_a_links_expiry_is_written(string version, string expiry)
    {
        await using var sut = await Meeting.BeginAsync(simulator, new ProtocolSettings { QuickPay = { Version = version } });

        var outcome = await LinkVerbs.GenerateAsync(sut);

        var link = outcome.ShouldBeOfType<GatewayOutcome<TwoC2P.QuickPay.GenerateLinkResponse>.Answered>().Response;
        link.Expiry.Text.ShouldBe(expiry);
        link.Expiry.Value.ShouldBe(LinkVerbs.Terms.Expiry);
        DateTime
            .Parse(
                (await sut.RecordAsync("links", link.QpId!))["expiry"]!.ToString(),
                System.Globalization.CultureInfo.InvariantCulture
            )
            .ShouldBe(new DateTime(2026, 12, 31, 23, 59, 59));
    }

    private static XmlApiSettings Of(ProtocolSettings protocol, string api) =>
        (XmlApiSettings)typeof(ProtocolSettings).GetProperty(api)!.GetValue(protocol)!;
}
