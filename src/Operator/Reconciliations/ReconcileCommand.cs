using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Reconciliations;

/// <summary>Holds eight days and all that is open against 2C2P's own word, waits for the report, and shows what does not agree.</summary>
internal sealed class ReconcileCommand(ApiConnections connections, Screen screen)
    : ApiCommand<ReconcileSettings>(connections, screen)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WithoutProgress = TimeSpan.FromMinutes(30);
    private static readonly string[] Unknown = ["unreadable", "unasked"];
    private static readonly string[] Differences = ["missingHere", "missingThere", "amountDiffers"];

    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, ReconcileSettings settings, CancellationToken cancellationToken)
    {
        var date = settings.Show ? settings.Date! : await StartAsync(api, settings.Date, cancellationToken);
        if (await FinishedAsync(api, date, cancellationToken) is not { } report)
        {
            Screen.Complain("It has come no further for half an hour. It goes on by itself; look again with --show.");
            return ExitCodes.Waiting;
        }

        if (settings.Csv is { } path)
            await SaveAsync(api, date, path, cancellationToken);

        if (settings.Json)
            Screen.Json(report);
        else
            Show(report);
        return Has(report, Differences) ? ExitCodes.Differences
            : Has(report, Unknown) ? ExitCodes.NotCompared
            : ExitCodes.Done;
    }

    /// <summary>Starts it, or finds the one that runs; its day.</summary>
    private static async Task<string> StartAsync(ApiClient api, string? date, CancellationToken cancellationToken)
    {
        JsonObject body = [];
        if (date is not null)
            body["date"] = date;
        // A repetition is another reconciliation, or the one that runs: neither does harm.
        var key = $"operator-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        var started = await api.PostAsync("reconciliations", body, key, cancellationToken);
        return started.Body["date"]!.ToString();
    }

    private async Task<JsonNode?> FinishedAsync(ApiClient api, string date, CancellationToken cancellationToken)
    {
        var (since, before) = (TimeProvider.System.GetTimestamp(), "");
        while (TimeProvider.System.GetElapsedTime(since) < WithoutProgress)
        {
            var answer = await api.AskAsync(Address(date), cancellationToken);
            if (answer.Status != HttpStatusCode.Accepted)
                return answer.Body;
            var payments = Screen.Text(answer.Body["payments"]);
            if (payments != before)
                (since, before) = (TimeProvider.System.GetTimestamp(), payments);
            Screen.Note($"{payments} payments so far");
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return null;
    }

    private async Task SaveAsync(ApiClient api, string date, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await api.CopyAsync(Address(date), "text/csv", file, cancellationToken);
        Screen.Note($"Written to {Path.GetFullPath(path)}.");
    }

    private void Show(JsonNode report)
    {
        Screen.Show(
            Tables.Of(Findings(report), ("finding", "finding"), ("lines", "count"), ("ours", "amount"), ("2C2P", "gatewayAmount"))
        );
        var lines = (report["lines"] as JsonArray ?? [])
            .Select(line => line!)
            .Where(line => Is(line, Differences) || Is(line, Unknown))
            .ToList();
        if (lines.Count > 0)
            Screen.Show(
                Tables.Of(
                    lines,
                    ("finding", "finding"),
                    ("invoice", "invoiceNo"),
                    ("operation", "operationId"),
                    ("status", "status"),
                    ("ours", "amount"),
                    ("reference", "gatewayReference"),
                    ("2C2P", "gatewayStatus"),
                    ("amount", "gatewayAmount"),
                    ("note", "note")
                )
            );
    }

    private static IEnumerable<JsonNode> Findings(JsonNode report) => report["findings"]!.AsArray().Select(finding => finding!);

    private static bool Has(JsonNode report, string[] findings) =>
        Findings(report).Any(finding => Is(finding, findings) && finding["count"]!.GetValue<int>() > 0);

    private static bool Is(JsonNode item, string[] findings) => findings.Contains(item["finding"]!.ToString());

    private static string Address(string date) => $"reconciliations/{Uri.EscapeDataString(date)}";
}
