using System.Text.Json.Nodes;
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

        var first = await RefundSample.RunAsync(world, language, world.Api, invoiceNo);
        var second = await RefundSample.RunAsync(world, language, world.Api, invoiceNo);

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

        var run = await RefundSample.RunAsync(world, language, new Uri(relay.Address, "api"), invoiceNo);

        (await Refunds.OfAsync(world, invoiceNo)).Count.ShouldBe(1);
        posts.ShouldBe(3);
        run.ShouldHaveSucceeded().Output.ShouldContain($"succeeded 10.00 of {invoiceNo}: 2C2P's reference ");
        run.Lines.ShouldContain("no answer; the same again in 1 s");
        run.Lines.ShouldContain("problem 503 unavailable: Later.; the same again in 0 s");
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
