using Infra.Tests.Resources;

namespace Infra.Tests.Alerts;

public sealed class AlertTests
{
    [Fact]
    public void There_is_an_alert_for_everything_that_a_person_must_know()
    {
        foreach (var environment in Predicted.Both)
        {
            Alert
                .AllOf(environment)
                .Select(alert => alert.Name)
                .ShouldBe(
                    [
                        "money-alarm",
                        "reconciliation-difference",
                        "refund-failed",
                        "poison-queue-not-empty",
                        "messages-given-up",
                        "operation-too-old",
                        "sweep-silent",
                        "needs-review",
                        "callbacks-not-verified",
                        "key-vault-failures",
                        "gateway-failures",
                        "webhook-deliveries-failing",
                        "server-errors",
                    ],
                    ignoreOrder: true
                );
        }
    }

    [Theory]
    [InlineData("poison-queue-not-empty", "queues.poison.messages", "GreaterThan", 0)]
    [InlineData("messages-given-up", "queues.poison.collected", "GreaterThan", 0)]
    [InlineData("operation-too-old", "operations.outstanding.oldest_age", "GreaterThan", 15 * 60)]
    [InlineData("sweep-silent", "operations.outstanding.oldest_age", "LessThan", 1)]
    [InlineData("needs-review", "operations.needs_review", "GreaterThan", 0)]
    [InlineData("refund-failed", "operations.completed", "GreaterThan", 2)]
    [InlineData("callbacks-not-verified", "callback.received", "GreaterThan", 2)]
    [InlineData("key-vault-failures", "keyvault.failures", "GreaterThan", 2)]
    [InlineData("gateway-failures", "gateway.call.duration", "GreaterThan", 20)]
    public void A_log_alert_watches_its_metric(string name, string metric, string comparison, double threshold)
    {
        var sut = Alert.AllOf(Predicted.Prod).Single(alert => alert.Name == name);

        sut.Query!.Metrics.ShouldBe([metric]);
        sut.Operator.ShouldBe(comparison);
        sut.Threshold.ShouldBe(threshold);
        Predicted.Text(sut.Criterion["metricMeasureColumn"]).ShouldBe("Value");
        sut.Query.Text.ShouldContain("Value = ");
    }

    [Fact]
    public void The_alert_on_webhooks_watches_attempts_and_what_was_given_up()
    {
        var sut = Alert.AllOf(Predicted.Prod).Single(alert => alert.Name == "webhook-deliveries-failing");

        sut.Query!.Metrics.Distinct().ShouldBe(["webhooks.attempts", "webhooks.undelivered"], ignoreOrder: true);
        sut.Operator.ShouldBe("GreaterThan");
        sut.Threshold.ShouldBe(50);
        sut.Query.Text.ShouldContain("Value = ");
    }

    [Fact]
    public void The_alert_on_reconciliation_watches_what_is_said_of_differences()
    {
        var sut = Alert.AllOf(Predicted.Prod).Single(alert => alert.Name == "reconciliation-difference");

        sut.Query!.EventIds.ShouldBe(["2700", "2705"]);
        sut.Operator.ShouldBe("GreaterThan");
        sut.Threshold.ShouldBe(0);
        sut.Properties["severity"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void The_alarm_about_money_watches_everything_that_the_code_calls_critical()
    {
        var sut = Alert.AllOf(Predicted.Prod).Single(alert => alert.Name == "money-alarm");

        Source.CriticalEventIds.ShouldNotBeEmpty();
        sut.Query!.EventIds.ShouldBe(Source.CriticalEventIds, ignoreOrder: true);
        sut.Properties["severity"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public void Server_errors_are_the_platforms_own_count()
    {
        var sut = Alert.AllOf(Predicted.Prod).Single(alert => alert.Name == "server-errors");

        Predicted.Text(sut.Criterion["metricName"]).ShouldBe("Http5xx");
        Predicted
            .Text(sut.Properties["scopes"]!.AsArray().ShouldHaveSingleItem())
            .ShouldBe(Predicted.Text(Predicted.Prod.Single("Microsoft.Web/sites")["id"]));
    }

    [Fact]
    public void Every_alert_is_on_and_reaches_the_operators()
    {
        foreach (var environment in Predicted.Both)
        {
            var people = Predicted.Text(environment.Single("Microsoft.Insights/actionGroups")["id"]);
            foreach (var sut in Alert.AllOf(environment))
            {
                Predicted.IsTrue(sut.Properties["enabled"]).ShouldBeTrue();
                sut.Properties["actions"]!.ToJsonString().ShouldContain(people);
                Predicted.Text(sut.Properties["description"]).ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Somebody_hears_of_alerts_where_money_is_real()
    {
        Predicted.Prod.Single("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]!.AsArray().ShouldNotBeEmpty();
    }
}
