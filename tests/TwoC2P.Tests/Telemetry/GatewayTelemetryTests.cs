using System.Diagnostics;
using System.Diagnostics.Metrics;
using Testing.Telemetry;
using TwoC2P.CardTokens;
using TwoC2P.InstallmentOptions;
using TwoC2P.PaymentAction;
using TwoC2P.Telemetry;

namespace TwoC2P.Tests.Telemetry;

public sealed class GatewayTelemetryTests
{
    private const string Pan = "4111111111111111";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("00", "answered", "Unset")]
    [InlineData("40", "refused", "Unset")]
    [InlineData("", "unknown", "Error")]
    public async Task A_call_is_measured_and_traced_by_api_and_outcome(string respCode, string outcome, string status)
    {
        await using var gateway = ScriptedGateway.Answering(
            respCode.Length == 0 ? "" : new SignedAnswer("R", respCode, amount: "250.00").ToBase64()
        );
        await using var sut = new ClientUnderTest();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        using var spans = new SpanRecorder(GatewayTraceNames.Source);
        using var caller = new Activity("caller").Start();

        await sut.SendAsync(gateway);

        var measured = metrics.Of(GatewayMetricNames.CallDuration).ShouldHaveSingleItem();
        measured.Tags.ShouldBe($"api=PaymentAction outcome={outcome}");
        measured.Unit.ShouldBe("s");
        var span = spans.Of(caller.TraceId).ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("PaymentAction Refund");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.ParentSpanId.ShouldBe(caller.SpanId);
        span.Status.ToString().ShouldBe(status);
        span.GetTagItem("gateway.outcome").ShouldBe(outcome);
        span.GetTagItem("server.address").ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_request_that_is_not_sent_is_told_apart_from_one_with_an_unknown_outcome()
    {
        await using var sut = new ClientUnderTest();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        var nobody = new Uri("http://127.0.0.1:1/");

        await sut.Get<IPaymentActionClient>()
            .SendAsync(ClientUnderTest.Merchant(nobody), ClientUnderTest.Refund(), ClientUnderTest.Deadline, None);

        metrics.TagsOf(GatewayMetricNames.CallDuration).ShouldBe(["api=PaymentAction outcome=never_sent"]);
    }

    [Fact]
    public async Task What_the_caller_does_itself_is_no_failure_of_the_gateway()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        using var hungUp = new CancellationTokenSource();
        await hungUp.CancelAsync();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint);

        await sut.SendAsync(gateway, ClientUnderTest.Refund() with { InvoiceNo = "" });
        await sut.Get<IPaymentActionClient>()
            .SendAsync(merchant, ClientUnderTest.Refund(), ClientUnderTest.Deadline, hungUp.Token);
        await sut.Get<IInstallmentOptionClient>().GetAsync(merchant, ClientUnderTest.Deadline, hungUp.Token);

        metrics
            .TagsOf(GatewayMetricNames.CallDuration)
            .ShouldBe([
                "api=PaymentAction outcome=abandoned",
                "api=PaymentAction outcome=abandoned",
                "api=InstallmentOptions outcome=abandoned",
            ]);
    }

    [Fact]
    public async Task The_other_apis_are_named_by_api_and_verb()
    {
        await using var gateway = ScriptedGateway.Answering("");
        await using var sut = new ClientUnderTest();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        using var spans = new SpanRecorder(GatewayTraceNames.Source);
        using var caller = new Activity("caller").Start();
        var merchant = ClientUnderTest.Merchant(gateway.Endpoint);

        await sut.Get<ICardTokenClient>()
            .SendAsync(
                merchant,
                new CardTokenRequest { Action = CardTokenAction.Inquiry, StoreCardUniqueId = "1001" },
                ClientUnderTest.Deadline,
                None
            );
        await sut.Get<IInstallmentOptionClient>().GetAsync(merchant, ClientUnderTest.Deadline, None);

        metrics
            .TagsOf(GatewayMetricNames.CallDuration)
            .ShouldBe(["api=CardTokens outcome=unknown", "api=InstallmentOptions outcome=unknown"]);
        spans.Of(caller.TraceId).Select(span => span.DisplayName).ShouldBe(["CardTokens Inquiry", "InstallmentOptions"]);
    }

    [Fact]
    public async Task Nothing_that_comes_from_a_request_or_an_answer_is_in_a_tag()
    {
        // The answer repeats texts of ours in every field that is free.
        var answer = new SignedAnswer("R", Pan, amount: "250.00").With("referenceNo", Pan).With("userDefined1", "998877665544");
        await using var gateway = ScriptedGateway.Answering(answer.ToBase64());
        await using var sut = new ClientUnderTest();
        using var metrics = new MetricRecorder(sut.Get<IMeterFactory>());
        using var spans = new SpanRecorder(GatewayTraceNames.Source);
        using var caller = new Activity("caller").Start();
        var refund = ClientUnderTest.Refund() with
        {
            BankAccount = new BankAccount("SCB", "Somchai Jaidee", "998877665544"),
            UserDefined = [Pan],
        };

        var outcome = await sut.SendAsync(gateway, refund);

        outcome.ShouldBeOfType<PaymentActionOutcome.Refused>();
        var span = spans.Of(caller.TraceId).ShouldHaveSingleItem();
        string[] told =
        [
            .. metrics.TagsOf(GatewayMetricNames.CallDuration),
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            $"{span.StatusDescription} {span.DisplayName}",
        ];
        foreach (var secret in (string[])[Pan, "998877665544", "Somchai", "INV-1", Vectors.SecretKey, "JT01"])
            told.ShouldAllBe(text => !text.Contains(secret, StringComparison.Ordinal), secret);
    }
}
