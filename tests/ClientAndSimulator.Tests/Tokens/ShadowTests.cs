using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ClientAndSimulator.Tests.Running;
using ClientAndSimulator.Tests.Verbs;
using Microsoft.Extensions.Logging;
using Testing;
using TwoC2P.Envelopes;
using TwoC2P.Merchants;

namespace ClientAndSimulator.Tests.Tokens;

/// <summary>A merchant that moves from PKCS#7 to tokens: every read is asked over both wires, and the first one decides.</summary>
public sealed class ShadowTests(RunningSimulator simulator)
{
    public static TheoryData<string> Reads =>
        ["Payment Inquiry", "Payment RefundStatus", "Cards Inquiry", "Plans Inquiry", "Options Get"];

    public static TheoryData<string> Changes =>
        [
            .. Verb
                .All.Select(verb => verb.Name)
                .Except(Reads.Select(row => row.Data))
                .Except(LinkVerbs.All.Select(verb => verb.Name)),
        ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_is_asked_over_both_wires_and_found_the_same(string verb)
    {
        var logs = new Logs();
        await using var sut = await BeginAsync(logs);

        var ending = await Verb.Find(verb).CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Answered);
        await Eventually.IsTrueAsync(() => Task.FromResult(!logs.Reports.IsEmpty));
        logs.Reports.ShouldHaveSingleItem().ShouldContain("asked over Jose too: same");
        (await EnvelopesAsync(sut)).ShouldBe(["Jose", "Pkcs7"]);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changes_anything_is_sent_once_and_over_the_first_wire(string verb)
    {
        var logs = new Logs();
        await using var sut = await BeginAsync(logs);

        await Verb.Find(verb).CallAsync(sut);

        (await EnvelopesAsync(sut)).ShouldBe(["Pkcs7"]);
        logs.Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_differs_is_named_and_not_shown_and_the_first_wire_decides()
    {
        var logs = new Logs();
        await using var sut = await BeginAsync(logs);
        await PaymentVerbs.SeedAsync(sut, "S");
        await sut.FaultAsync(
            "set-fields",
            new JsonObject
            {
                ["fields"] = new JsonObject { ["status"] = "V", ["maskedPan"] = "999999XXXXXX9999" },
            }
        );

        await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(TwoC2P.PaymentAction.ProcessType.Inquiry));

        await Eventually.IsTrueAsync(() => Task.FromResult(!logs.Reports.IsEmpty));
        var report = logs.Reports.ShouldHaveSingleItem();
        report.ShouldEndWith("asked over Jose too: different status maskedPan");
        report.ShouldNotContain("9999");
    }

    [Theory]
    [InlineData("wrong-hash")]
    [InlineData("http-500")]
    [InlineData("answer-lost")]
    public async Task An_answer_that_proves_nothing_is_reported_as_such(string fault)
    {
        var logs = new Logs();
        await using var sut = await BeginAsync(logs);
        await PaymentVerbs.SeedAsync(sut, "S");
        await sut.FaultAsync(fault);

        await PaymentVerbs.SendAsync(sut, PaymentVerbs.Request(TwoC2P.PaymentAction.ProcessType.Inquiry));

        await Eventually.IsTrueAsync(() => Task.FromResult(!logs.Reports.IsEmpty));
        logs.Reports.ShouldHaveSingleItem().ShouldContain("_unproved");
    }

    [Fact]
    public async Task A_second_wire_that_is_set_wrong_harms_nothing()
    {
        var logs = new Logs();
        await using var sut = await Meeting.BeginAsync(
            simulator,
            shadow: new ShadowWire(EnvelopeKind.Jose, new Uri("http://127.0.0.1:1/"), "4.3"),
            logs: logs
        );

        var ending = await Verb.Find("Payment Inquiry").CallAsync(sut);

        ending.Kind.ShouldBe(Ending.Answered);
        await Eventually.IsTrueAsync(() => Task.FromResult(!logs.Reports.IsEmpty));
        logs.Reports.ShouldHaveSingleItem().ShouldContain("shadow_unproved NotConnected");
    }

    private Task<Meeting> BeginAsync(Logs logs) =>
        Meeting.BeginAsync(
            simulator,
            shadow: new ShadowWire(EnvelopeKind.Jose, new Uri(simulator.Address, "PaymentAction/2.0/action"), "4.3"),
            logs: logs
        );

    private static async Task<IEnumerable<string>> EnvelopesAsync(Meeting sut) =>
        (await sut.CallsAsync()).Select(call => call["envelope"]!.ToString()).Order(StringComparer.Ordinal);

    private sealed class Logs : ILoggerProvider, ILogger
    {
        private const int Compared = 4003;

        public ConcurrentQueue<string> Reports { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (eventId.Id is Compared)
                Reports.Enqueue(formatter(state, exception).TrimEnd());
        }

        public void Dispose() { }
    }
}
