using System.Net;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Strangers.Attempts;

/// <summary>At events and reports, and where no merchant is named.</summary>
internal static class OtherAttempts
{
    public static Dictionary<string, IReadOnlyList<Attempt>> All { get; } =
        new()
        {
            ["RedeliverEvents"] =
            [
                new(of => Redeliver($$"""{"ids":["{{of.EventId}}"]}""", ShopClient.NewKey())),
                new(of => Redeliver($$"""{"ids":["{{of.EventId}}"]}""", of.KeyOf("redelivery"))),
                // The stranger's own of that time.
                new(_ => Redeliver(LastDay(), ShopClient.NewKey()), HttpStatusCode.Accepted),
            ],
            // A report of the stranger's own.
            ["StartReconciliation"] =
            [
                new(
                    of => Ask.Post("reconciliations", $$"""{"date":"{{StartedDay}}"}""", of.KeyOf("report")),
                    HttpStatusCode.Accepted
                ),
            ],
            ["HealthLive"] = [new(_ => Ask.Public("health/live"), HttpStatusCode.OK)],
            ["HealthReady"] = [new(_ => Ask.Public("health/ready"), HttpStatusCode.OK)],
            ["GetOpenApi"] = [new(_ => Ask.Public("openapi.json"), HttpStatusCode.OK)],
            ["GetDocs"] = [new(_ => Ask.Public("docs"), HttpStatusCode.OK)],
            ["ZzUnmatched"] =
            [
                new(of => Ask.Get($"refundz/{of.RefundId}")),
                new(of => Ask.Get($"operations/{of.RefundId}/anything")),
                new(of => Ask.Public($"{of.RefundId}")),
            ],
        };

    /// <summary>The day of a report that may be anybody's.</summary>
    public static string StartedDay => Day(-9);

    /// <summary>A UTC day, so many days from today.</summary>
    public static string Day(int days) =>
        TimeProvider
            .System.GetUtcNow()
            .UtcDateTime.AddDays(days)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string LastDay() => $$"""{"from":"{{Day(-1)}}T00:00:00Z","to":"{{Day(1)}}T00:00:00Z"}""";

    private static Ask Redeliver(string json, string key) => Ask.Post("events/redelivery", json, key);
}
