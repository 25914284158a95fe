using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Operating;

/// <summary>What people do with operations from a command line, against the running app.</summary>
public sealed class OperatorTests(World world)
{
    private const string Unknown = "0198f2a0-5c1e-7d3a-9b61-2f4e8c7a1d05";
    private static readonly WorldMerchant Merchant = WorldMerchant.Plain;

    [Fact]
    public async Task A_refund_is_made_shown_and_told_of()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        string[] refund = ["refund", "--invoice", invoiceNo, "--amount", "25.00", "--key", ShopClient.NewKey()];

        var made = await RunAsync([.. refund, "--json"]);
        var again = await RunAsync([.. refund, "--json"]);

        made.ExitCode.ShouldBe(0, made.Notes);
        var id = JsonNode.Parse(made.Output)!["id"]!.ToString();
        JsonNode.Parse(again.Output)!["id"]!.ToString().ShouldBe(id);
        await world.Shop.WaitForAsync(Merchant, id, "succeeded");
        var shown = await RunAsync("operations", "show", id);
        shown.ExitCode.ShouldBe(0);
        shown.Output.ShouldContain(invoiceNo);
        shown.Output.ShouldContain("succeeded");
        shown.Output.ShouldContain("refunds queue");
        (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_for_a_person_is_settled_by_one_and_a_wrong_word_is_refused()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "answer-lost", "R");
        await world.Gateway.FaultAsync(
            Merchant,
            invoiceNo,
            "entry-set",
            "RS",
            times: -1,
            new JsonObject { ["fields"] = new JsonObject { ["amount"] = "5.00" } }
        );
        var accepted = await world.Shop.RefundAsync(Merchant, invoiceNo, 50.00m);
        var id = accepted["id"]!;
        await world.Shop.WaitForReviewAsync(Merchant, id);
        await world.Gateway.ClearFaultsAsync(Merchant, invoiceNo);
        string[] word =
        [
            "operations",
            "resolve",
            id,
            "--actor",
            "Mei Tan",
            "--reason",
            "asked 2C2P's support",
            "--looked-at",
            "the portal",
        ];

        var wrong = await RunAsync([.. word, "--outcome", "failed"]);
        var reference = (await world.Gateway.RefundsAsync(Merchant, invoiceNo)).ShouldHaveSingleItem()["referenceNo"]!.ToString();
        var right = await RunAsync([.. word, "--outcome", "succeeded", "--reference", reference, "--json"]);
        var repeated = await RunAsync([.. word, "--outcome", "succeeded", "--reference", reference, "--json"]);

        wrong.ExitCode.ShouldBe(1, wrong.Notes);
        wrong.Output.ShouldBeEmpty();
        wrong.Notes.ShouldContain("resolution_refused");
        wrong.Notes.ShouldContain($"2C2P lists refund {reference}");
        right.ExitCode.ShouldBe(0, right.Notes);
        JsonNode.Parse(right.Output)!["status"]!.ToString().ShouldBe("succeeded");
        repeated.ExitCode.ShouldBe(0, repeated.Notes);
    }

    [Fact]
    public async Task What_was_never_sent_is_cancelled()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 1000.00m);
        await world.Gateway.FaultAsync(Merchant, invoiceNo, "http-500", "RS", times: -1);
        var id = (await world.Shop.RefundAsync(Merchant, invoiceNo, 50.00m))["id"]!;

        var cancelled = await RunAsync("operations", "cancel", id, "--actor", "Mei Tan", "--reason", "made by mistake");

        cancelled.ExitCode.ShouldBe(0, cancelled.Notes);
        cancelled.Output.ShouldContain("failed");
        (await world.Gateway.CountAsync(Merchant, invoiceNo, "R")).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_gateway_refuses_is_said_in_its_words_with_a_code_for_scripts()
    {
        var unknown = await RunAsync("operations", "show", Unknown);
        var inJson = await RunAsync("operations", "show", Unknown, "--json");
        var wrongFilter = await RunAsync("operations", "list", "--status", "finished");
        var wrongKey = await Command.RunAsync(world, Merchant with { Id = WorldMerchant.Bounded.Id }, "operations", "list");

        unknown.ExitCode.ShouldBe(1);
        unknown.Notes.ShouldContain("operation_not_found");
        JsonNode.Parse(inJson.Output)!["code"]!.ToString().ShouldBe("operation_not_found");
        wrongFilter.ExitCode.ShouldBe(1);
        wrongFilter.Notes.ShouldContain("status");
        wrongKey.ExitCode.ShouldBe(1);
        (wrongKey.Output + wrongKey.Notes).ShouldNotContain(Merchant.ApiKey);
    }

    [Fact]
    public async Task Operations_and_events_are_listed_as_far_as_was_asked()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);
        foreach (var amount in new[] { 1.00m, 2.00m })
            await world.Shop.WaitForAsync(
                Merchant,
                (await world.Shop.RefundAsync(Merchant, invoiceNo, amount))["id"]!,
                "succeeded"
            );

        var one = await RunAsync("operations", "list", "--kind", "refund", "--limit", "1", "--json");
        var newest = await RunAsync("operations", "list", "--invoice", invoiceNo, "--status", "succeeded,accepted", "--json");
        var changed = await RunAsync("operations", "list", "--invoice", invoiceNo, "--updated-since", "2026-01-01T00:00:00Z");
        var table = await RunAsync("operations", "list", "--limit", "5");

        one.ExitCode.ShouldBe(0, one.Notes);
        JsonNode.Parse(one.Output)!.AsArray().Count.ShouldBe(1);
        one.Notes.ShouldContain("there are more");
        JsonNode.Parse(newest.Output)!.AsArray().Select(refund => (decimal)refund!["amount"]!).ShouldBe([2.00m, 1.00m]);
        changed.ExitCode.ShouldBe(0, changed.Notes);
        changed.Notes.ShouldContain("oldest change first");
        table.Output.ShouldContain("invoice");
        table.Output.ShouldContain("refund");
    }

    [Fact]
    public async Task What_a_refund_would_meet_is_said_before_it_is_made()
    {
        var invoiceNo = await world.Gateway.CreateAsync(Merchant, 100.00m);

        var good = await RunAsync("refund", "--invoice", invoiceNo, "--amount", "25.00", "--dry-run");
        var tooMuch = await RunAsync("refund", "--invoice", invoiceNo, "--amount", "100.01", "--dry-run");

        good.ExitCode.ShouldBe(0, good.Notes);
        good.Output.ShouldContain("refundable now: 100.00");
        tooMuch.ExitCode.ShouldBe(1);
        tooMuch.Notes.ShouldContain("amount_exceeds_refundable");
        (await world.Gateway.CallsAsync(Merchant, invoiceNo)).ShouldNotContain(call => call["processType"]!.ToString() == "R");
    }

    [Fact]
    public async Task A_refund_that_nobody_here_asked_for_is_found_by_a_reconciliation()
    {
        var merchant = WorldMerchant.Reconciled;
        var invoiceNo = await world.Gateway.CreateAsync(merchant, 100.00m);
        var id = (await world.Shop.RefundAsync(merchant, invoiceNo, 25.00m))["id"]!;
        await world.Shop.WaitForAsync(merchant, id, "succeeded");
        var csv = Path.Combine(Directory.CreateTempSubdirectory("report-").FullName, "report.csv");

        var agreed = await Command.RunAsync(world, merchant, "reconcile");
        await world.Gateway.PostAsync(
            "transactions/refund-in-portal",
            new JsonObject
            {
                ["merchantId"] = merchant.Id,
                ["invoiceNo"] = invoiceNo,
                ["amount"] = 10.00m,
            }
        );
        var differs = await Command.RunAsync(world, merchant, "reconcile", "--csv", csv);

        agreed.ExitCode.ShouldBe(0, agreed.Notes);
        differs.ExitCode.ShouldBe(5, differs.Notes);
        differs.Output.ShouldContain("missingHere");
        var lines = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);
        lines.Count(line => line.Contains("missingHere", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldContain(line =>
            line.Contains(id, StringComparison.Ordinal) && line.Contains("agree", StringComparison.Ordinal)
        );
    }

    private Task<Command> RunAsync(params string[] arguments) => Command.RunAsync(world, Merchant, arguments);
}
