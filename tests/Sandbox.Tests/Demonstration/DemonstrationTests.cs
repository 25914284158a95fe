using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Sandbox.Demonstration;
using Sandbox.Processes;
using Testing;

namespace Sandbox.Tests.Demonstration;

public sealed class DemonstrationTests
{
    // Only so that a hanging run ends: other tests may take the machine meanwhile.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task every_step_is_true_no_secret_is_shown_and_the_command_ends_with_code_0()
    {
        var lines = new ConcurrentQueue<string>();
        await using var sut = ChildProcess.Start(
            DotNetProgram.Run(typeof(DemonstrationRun).Assembly.Location, "demo", "--port-base", FreePortBase.Next()) with
            {
                WorkingDirectory = Directory.CreateTempSubdirectory("demo-").FullName,
                OnLine = lines.Enqueue,
            }
        );

        await sut.Ended.WaitAsync(Limit);

        var output = string.Join('\n', lines);
        sut.ExitCode.ShouldBe(0, output);
        output.ShouldContain("✓ All 30 steps were true");
        output.ShouldNotContain("✗");
        foreach (var words in Shown)
            output.ShouldContain(words);
        foreach (var merchant in SandboxMerchant.All)
            output.ShouldNotContain(merchant.SecretKey);
        output.ShouldNotContain("5555555555554444");
        lines.ShouldAllBe(line => line.Length <= PlainConsole.Width);
    }

    [Fact]
    public async Task a_step_that_is_not_true_says_what_was_expected_and_seen_and_the_command_ends_with_code_1()
    {
        using var console = new PlainConsole();

        var code = await SandboxProgram.RunAsync(
            ["demo", "--port-base", FreePortBase.Next()],
            async (sandbox, stop) =>
            {
                await SettleThePaymentToVoidAsync(sandbox);
                return await DemonstrationRun.ShowAsync(sandbox, console.Console, TimeProvider.System, stop);
            }
        );

        code.ShouldBe(1);
        console.Output.ShouldContain("✗ the app answers with the end of it: expected 200, seen 422");
        console.Output.ShouldContain("✗ payments on which both agree: expected 5 of 5, seen 4 of 5");
        console.Output.ShouldNotContain("steps were true");
    }

    [Fact]
    public async Task steps_without_an_app_say_so_and_go_on()
    {
        using var console = new PlainConsole();
        await using var sandbox = await SandboxEnvironment.StartAsync(SandboxUnderTest.WithoutApp());

        var wasTrue = await DemonstrationRun.ShowAsync(sandbox, console.Console, TimeProvider.System, CancellationToken.None);

        wasTrue.ShouldBeFalse();
        console.Output.ShouldContain("✗ the step could be played: expected answers, seen Connection refused");
        console.Output.ShouldContain("18  The gateway's own record beside ours");
    }

    private static string[] Shown { get; } =
    [
        " 1  An inquiry",
        " 2  A card refund of 250.00",
        " 3  Webhooks: the shop is told of each step",
        " 4  The same request again",
        " 5  An APM refund",
        " 6  A forged callback",
        " 7  The gateway ends the refund and calls back",
        " 8  A settlement",
        " 9  A void",
        "10  A refund that is too large",
        "11  Instalment options",
        "12  A card is stored, read, changed and deleted",
        "13  A recurring plan",
        "14  A payment link",
        "15  The app is killed in the middle of a refund",
        "16  A refund that only a person can settle",
        "17  Reconciliation: what 2C2P did",
        "18  The gateway's own record beside ours",
        "19  An inquiry",
        "30  Every message of this merchant was a signed token",
    ];

    private static async Task SettleThePaymentToVoidAsync(SandboxEnvironment sandbox)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(sandbox.Simulator.Address, "_control/transactions/status")
        )
        {
            Content = JsonContent.Create(
                new
                {
                    merchantId = "JT01",
                    invoiceNo = DemoInvoices.AuthorizedToo,
                    status = "S",
                }
            ),
        };
        using var response = await client.SendAsync(request, CancellationToken.None);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
