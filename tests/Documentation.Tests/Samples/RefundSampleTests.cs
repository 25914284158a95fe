using System.Text.Json.Nodes;
using Documentation.Tests.Reading;
using Documentation.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Documentation.Tests.Samples;

public sealed class RefundSampleTests(DocumentedSandbox world)
{
    public static TheoryData<string> Languages => [.. SampleLanguage.Present.Select(language => language.Name)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_refund_is_followed_to_its_end_and_made_once_however_often_it_is_run(string language)
    {
        var invoiceNo = await Refunds.NewInvoiceAsync(world);

        var first = await RunAsync(language, world.Api, invoiceNo);
        var second = await RunAsync(language, world.Api, invoiceNo);

        var refund = (await Refunds.OfAsync(world, invoiceNo)).ShouldHaveSingleItem()!;
        first.ShouldHaveSucceeded().Lines.Count.ShouldBe(2, first.Output);
        first.Lines[0].ShouldMatch("^refund [0-9a-f-]{36}$");
        first.Lines[1].ShouldBe($"succeeded 10.00 of {invoiceNo}: 2C2P's reference {refund["referenceNo"]}");
        (refund["status"]!.ToString(), (decimal)refund["amount"]!).ShouldBe(("RF", 10.00m));
        second.ShouldHaveSucceeded().Output.ShouldBe(first.Output);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_lost_answer_and_a_busy_gateway_are_met_with_the_same_key(string language)
    {
        var invoiceNo = await Refunds.NewInvoiceAsync(world);
        var posts = 0;
        await using var relay = await Relay.StartAsync(
            world.Sandbox.App.Address,
            async (context, forward) =>
            {
                if (!HttpMethods.IsPost(context.Request.Method))
                    await Relay.AnswerAsync(context, await forward());
                else if (++posts == 1)
                    await LoseAsync(context, forward);
                else if (posts == 2)
                    await RefuseForNowAsync(context);
                else
                    await Relay.AnswerAsync(context, await forward(), StatusCodes.Status202Accepted);
            }
        );

        var run = await RunAsync(language, new Uri(relay.Address, "api"), invoiceNo);

        (await Refunds.OfAsync(world, invoiceNo)).Count.ShouldBe(1);
        posts.ShouldBe(3);
        run.ShouldHaveSucceeded().Output.ShouldContain($"succeeded 10.00 of {invoiceNo}: 2C2P's reference ");
        run.Lines.ShouldContain("no answer; the same again in 1 s");
        run.Lines.ShouldContain("problem 503 unavailable: Later.; the same again in 0 s");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_2C2P_has_not_decided_is_told_as_pending(string language)
    {
        var invoiceNo = await Refunds.NewInvoiceAsync(world, "apm");

        var run = await RunAsync(language, world.Api, invoiceNo);

        run.ExitCode.ShouldBe(4, run.Output);
        run.Lines[^1].ShouldBe($"pending 10.00 of {invoiceNo}: 2C2P has not decided; ask again later");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_refund_for_which_a_person_is_needed_is_not_waited_for(string language)
    {
        var (run, invoiceNo) = await RunAsTheOperationSaysAsync(
            language,
            operation =>
            {
                operation["status"] = "unknown";
                operation["needsReview"] = true;
                operation["reviewReason"] = "It cannot be told whether 2C2P did it.";
            }
        );

        run.ExitCode.ShouldBe(4, run.Output);
        run.Lines[^1].ShouldBe($"needsReview 10.00 of {invoiceNo}: It cannot be told whether 2C2P did it.");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_refund_that_failed_is_told_with_2C2Ps_reason(string language)
    {
        var (run, invoiceNo) = await RunAsTheOperationSaysAsync(
            language,
            operation =>
            {
                operation["status"] = "failed";
                operation["gateway"] = new JsonObject { ["respCode"] = "45", ["respDesc"] = "Refund failed" };
            }
        );

        run.ExitCode.ShouldBe(1, run.Output);
        run.Lines[^1].ShouldBe($"failed 10.00 of {invoiceNo}: 45 Refund failed");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_wrong_with_a_request_is_printed_field_by_field(string language)
    {
        var run = await Execution.RunAsync(
            SampleLanguage.Of(language).Starts[0],
            SampleLanguage.Of(language).Command("refund", "INV-SETTLED-1", "-1", $"wrong-{language}")[1..],
            Documents.Root,
            world.Environment()
        );

        run.ExitCode.ShouldBe(1, run.Output);
        run.Lines.ShouldBe([
            "problem 400 invalid_request: Change the request as the errors say; nothing was done.",
            "  amount: Give an amount that is larger than zero.",
        ]);
    }

    private async Task<(Execution Run, string InvoiceNo)> RunAsTheOperationSaysAsync(string language, Action<JsonNode> says)
    {
        var invoiceNo = await Refunds.NewInvoiceAsync(world);
        await using var relay = await Relay.StartAsync(
            world.Sandbox.App.Address,
            async (context, forward) =>
            {
                var operation = await forward();
                if (HttpMethods.IsGet(context.Request.Method))
                    says(operation);
                else
                    operation["status"] = "accepted";
                await Relay.AnswerAsync(context, operation);
            }
        );

        return (await RunAsync(language, new Uri(relay.Address, "api"), invoiceNo), invoiceNo);
    }

    private Task<Execution> RunAsync(string language, Uri api, string invoiceNo)
    {
        var command = SampleLanguage.Of(language).Command("refund", invoiceNo, "10.00", $"key-{invoiceNo}");
        var environment = world.Environment();
        environment["GATEWAY_URL"] = api.ToString();
        return Execution.RunAsync(command[0], command[1..], Documents.Root, environment);
    }

    private static async Task LoseAsync(HttpContext context, Func<Task<JsonNode>> forward)
    {
        await forward();
        context.Abort();
    }

    private static Task RefuseForNowAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "0";
        var problem = new JsonObject
        {
            ["code"] = "unavailable",
            ["detail"] = "Later.",
            ["retryable"] = true,
        };
        return Relay.AnswerAsync(context, problem, StatusCodes.Status503ServiceUnavailable);
    }
}
