using Sandbox.Demonstration.Steps;
using Spectre.Console;

namespace Sandbox.Demonstration;

/// <summary>Plays every step against a running sandbox.</summary>
internal static class DemonstrationRun
{
    /// <summary>Wide enough for every line; a terminal knows its own width.</summary>
    private const int WidthOfFiles = 110;

    /// <returns>Whether every step was true.</returns>
    public static Task<bool> ShowAsync(SandboxEnvironment sandbox, CancellationToken stop)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        return ShowAsync(sandbox, console, TimeProvider.System, stop);
    }

    /// <returns>Whether every step was true.</returns>
    public static async Task<bool> ShowAsync(
        SandboxEnvironment sandbox,
        IAnsiConsole console,
        TimeProvider time,
        CancellationToken stop
    )
    {
        using var http = new JsonHttp(stop);
        var polling = new Polling(time, stop);
        var timeline = new Timeline(console, time);
        await PlayAsync(SandboxMerchant.All[0], Steps());
        await PlayAsync(SandboxMerchant.All.First(merchant => merchant.SpeaksInTokens), StepsInTokens());
        timeline.End();
        return timeline.Failures == 0;

        async Task PlayAsync(SandboxMerchant merchant, IStep[] steps)
        {
            var stage = new Stage(
                sandbox,
                new Shop(merchant, sandbox.App.Address, http, polling, timeline),
                new Gateway(merchant, sandbox.Simulator.Address, http, polling),
                timeline,
                time,
                stop
            );
            console.WriteLine();
            console.MarkupLineInterpolated(
                $"The shop's requests go to [bold]{stage.Shop.Root}[/] with X-Api-Key: {merchant.ApiKey}"
            );
            foreach (var step in steps)
                await DemonstrationRun.PlayAsync(step, stage, stop);
        }
    }

    private static IStep[] Steps()
    {
        var cardRefund = new CardRefund();
        var apmRefund = new ApmRefund();
        return
        [
            new PaymentInquiry(),
            cardRefund,
            new ToldByWebhook(cardRefund),
            new SameRequestAgain(cardRefund),
            apmRefund,
            new ForgedCallback(apmRefund),
            new GatewaysCallback(apmRefund),
            new Settlement(),
            new VoidedPayment(),
            new TooLargeRefund(),
            new InstallmentPlans(),
            new StoredCard(),
            new RecurringPlan(),
            new PaymentLink(),
            new KilledApp(),
            new SettledByPerson(),
            new ReconciledDay(),
            new BothRecords(),
        ];
    }

    /// <summary>The same for a merchant of 2C2P's new generation: every verb once more, and not one of them over the older wires.</summary>
    private static IStep[] StepsInTokens()
    {
        var apmRefund = new ApmRefund();
        return
        [
            new PaymentInquiry(),
            new CardRefund(),
            new RefundStatus(),
            apmRefund,
            new ForgedCallback(apmRefund),
            new GatewaysCallback(apmRefund),
            new Settlement(),
            new VoidedPayment(),
            new InstallmentPlans(),
            new StoredCard(),
            new RecurringPlan(),
            new OnlyTokens(),
        ];
    }

    private static async Task PlayAsync(IStep step, Stage stage, CancellationToken stop)
    {
        stage.Timeline.Title(step.Title);
        try
        {
            await step.PlayAsync(stage);
        }
        catch (Exception e) when (e is HttpRequestException or SandboxException)
        {
            stage.Timeline.Fail("the step could be played", "answers", e.Message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            stage.Timeline.Fail("the step could be played", "answers", "none in time");
        }
    }
}
