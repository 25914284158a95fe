using System.Text.Json.Nodes;
using Documentation.Tests.Reading;
using Documentation.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Documentation.Tests.Samples;

/// <summary>The ends that a refund can have, told by each language in the same words.</summary>
public sealed class RefundEndTests(DocumentedSandbox world)
{
    public static TheoryData<string> Languages => RefundSampleTests.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_2C2P_has_not_decided_is_told_as_pending(string language)
    {
        var invoiceNo = await Refunds.NewInvoiceAsync(world, "apm");

        var run = await RefundSample.RunAsync(world, language, world.Api, invoiceNo);

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

        return (await RefundSample.RunAsync(world, language, new Uri(relay.Address, "api"), invoiceNo), invoiceNo);
    }
}
