using System.Diagnostics;
using EndToEnd.Tests.Worlds;
using PaymentOperations;
using TwoC2P.Telemetry;

namespace EndToEnd.Tests.Telemetry;

public sealed class TelemetryTests(WatchedRefund watched) : IClassFixture<WatchedRefund>
{
    private IReadOnlyList<Activity> Trace => watched.Exported.Of(watched.Trace);

    [Fact]
    public void From_the_shops_request_to_the_callback_it_is_one_trace_across_the_queue()
    {
        var accept = Trace.Single(span => span.DisplayName == "accept refund");
        var send = Trace.Single(span => span.DisplayName == "PaymentAction Refund");
        var callback = Trace.Single(span => span.DisplayName == "callback refund");

        var run = Trace.Single(span => span.SpanId == send.ParentSpanId);
        run.DisplayName.ShouldBe("run refund");
        run.ParentSpanId.ShouldBe(accept.SpanId);
        callback.ParentSpanId.ShouldBe(accept.SpanId);
        Trace.Single(span => span.SpanId == accept.ParentSpanId).DisplayName.ShouldBe("function CreateRefund");
        Trace.Count(span => span.DisplayName == "run refund").ShouldBeGreaterThan(1);
        Trace.ShouldContain(span => span.DisplayName == "PaymentAction RefundStatus");
    }

    [Fact]
    public void Each_run_and_callback_links_to_the_invocation_that_it_ran_in()
    {
        var detached = Trace.Where(span => span.Kind == ActivityKind.Consumer).ToList();

        detached.Count.ShouldBeGreaterThan(2);
        foreach (var span in detached)
        {
            var link = span.Links.ShouldHaveSingleItem().Context;
            watched
                .Exported.Spans.Single(one => one.SpanId == link.SpanId)
                .DisplayName.ShouldBeOneOf("function RunRefunds", "function ReceiveNotification");
            link.TraceId.ShouldNotBe(watched.Trace);
        }
    }

    [Fact]
    public void The_metrics_say_what_happened()
    {
        watched.Exported.Points(OperationMetricNames.Accepted).ShouldBe(new Dictionary<string, double> { ["kind=refund"] = 1 });
        watched
            .Exported.Points(OperationMetricNames.Completed)
            .ShouldBe(new Dictionary<string, double> { ["kind=refund outcome=succeeded"] = 1 });
        watched
            .Exported.Points(OperationMetricNames.Duration)
            .ShouldBe(new Dictionary<string, double> { ["kind=refund outcome=succeeded"] = 1 });
        watched.Exported.Points(OperationMetricNames.CallbackReceived)["result=stored"].ShouldBeGreaterThanOrEqualTo(1);
        watched.Exported.Points(GatewayMetricNames.CallDuration)["api=PaymentAction outcome=answered"].ShouldBeGreaterThan(2);
        watched.Exported.Points(OperationMetricNames.NeedsReview)[""].ShouldBe(0);
        watched.Exported.Points(OperationMetricNames.OutstandingOldestAge).ShouldContainKey("");
        watched
            .Exported.Points(OperationMetricNames.PoisonMessages)
            .ShouldBe(
                new Dictionary<string, double>
                {
                    ["queue=refunds-poison"] = 0,
                    ["queue=settlements-poison"] = 0,
                    ["queue=webhooks-poison"] = 0,
                    ["queue=reconciliations-poison"] = 0,
                }
            );
    }

    [Fact]
    public void Logs_are_exported_with_their_event_ids_and_belong_to_the_trace()
    {
        var transitions = watched.Exported.Logs.Where(log => log.EventId.Id == 2001 && log.TraceId == watched.Trace).ToList();

        transitions.ShouldContain(log => log.FormattedMessage!.Contains(watched.OperationId));
    }

    [Fact]
    public void No_account_card_key_or_body_leaves_the_app()
    {
        string[] secrets =
        [
            WatchedRefund.Account.Number,
            WatchedRefund.Account.Name,
            WatchedRefund.CardNumber,
            "paymentRequest=",
            "PFBheW1lbnRQcm9jZXNz",
            .. WorldMerchant.All.SelectMany(IEnumerable<string> (merchant) => [merchant.SecretKey, merchant.ApiKey]),
        ];

        var leaks = watched
            .Exported.Texts()
            .Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));

        leaks.ShouldBeEmpty();
    }

    [Fact]
    public void No_span_and_no_metric_names_an_invoice()
    {
        var told = watched.Exported.Texts().Where(text => !text.StartsWith("log ", StringComparison.Ordinal)).ToList();

        told.Count.ShouldBeGreaterThan(50);
        told.ShouldAllBe(text => !text.Contains(watched.InvoiceNo, StringComparison.Ordinal));
    }
}
