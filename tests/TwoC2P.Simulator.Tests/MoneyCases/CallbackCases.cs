namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>The rows in which callbacks say what nothing else says.</summary>
internal static class CallbackCases
{
    private const string Done = "callback: 00/RF 40.00 op-1 with reference";
    private const string Failed = "callback: 45/RFF 40.00 op-1 with reference";

    public static IEnumerable<MoneyCase> All =>
        [
            new(1, "", DoneWhileTheListLags, "R: lost", Done, "RS: 00/S 100.00", "record: S, RF op-1"),
            new(3, "done first", OneAfterTheOther("RF", "RFF"), "RS: 97/S", Done, Failed),
            new(3, "failed first", OneAfterTheOther("RFF", "RF"), "RS: 97/S", Failed, Done),
            new(15, "", DecidesAlone, "R: 42/RP 40.00 op-1 with reference", "RS: 97/S", Done),
            new(16, "", OnlyWitness, "R: lost", "RS: 97/S", Done),
            new(31, "no amount", Odd(new { without = new[] { "amount" } }), "callback: 42/RP  op-1 with reference"),
            new(
                31,
                "amount of the payment",
                Odd(new { fields = new { amount = "100.00" } }),
                "callback: 42/RP 100.00 op-1 with reference"
            ),
            new(
                31,
                "process type RS",
                Odd(new { fields = new { processType = "RS", status = "S" }, withList = true }),
                "callback: 42/S 40.00 op-1 with reference [RP 40.00 op-1]"
            ),
        ];

    private static async Task DoneWhileTheListLags(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-lost", "R");
        await stage.FaultAsync("entry-hidden", "RS", new { entry = "later", times = -1 });
        await stage.RefundAsync();
        await stage.NotifyAsync(new { status = "RF" });
        await stage.ListAsync();
        await stage.RecordAsync();
    }

    private static Func<Stage, Task> OneAfterTheOther(string first, string second) =>
        async stage =>
        {
            await PendingWithoutAList(stage);
            await stage.ListAsync();
            await stage.NotifyAsync(new { status = first });
            await stage.NotifyAsync(new { status = second });
        };

    private static async Task DecidesAlone(Stage stage)
    {
        await stage.OpenAsync(channel: "apm");
        await stage.FaultAsync("delay", "R", new { seconds = 40, afterWork = true });
        await stage.FaultAsync("refund-status-not-offered", "RS", new { times = -1 });
        var call = stage.RefundAsync();
        await stage.WorkIsDoneAsync();
        await stage.PassAsync(41, call);
        await stage.ListAsync();
        await stage.NotifyAsync(new { status = "RF" });
    }

    private static async Task OnlyWitness(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-lost", "R");
        await stage.FaultAsync("refund-status-not-offered", "RS", new { times = -1 });
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.NotifyAsync(new { status = "RF" });
    }

    private static Func<Stage, Task> Odd(object more) =>
        async stage =>
        {
            await PendingWithoutAList(stage);
            await stage.NotifyAsync(more);
        };

    private static async Task PendingWithoutAList(Stage stage)
    {
        await stage.OpenAsync(channel: "apm");
        await stage.FaultAsync("refund-status-not-offered", "RS", new { times = -1 });
        await stage.RefundUnnoticedAsync();
    }
}
