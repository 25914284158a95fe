namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>The rows in which the list of refunds lags, lies, is refused or is very long.</summary>
internal static class ListCases
{
    public static IEnumerable<MoneyCase> All =>
        [
            new(2, "97", NotOffered("97"), "R: lost", "RS: 97/S", "RS: 00/S 100.00"),
            new(2, "12", NotOffered("12"), "R: lost", "RS: 12/S", "RS: 00/S 100.00"),
            new(6, "full mark", Unfinished("full"), "R: lost", "RS: 00/S 100.00 [RP 40.00 op-1]"),
            new(6, "half of the mark", Unfinished("cut"), "R: lost", "RS: 00/S 100.00 [RP 40.00 op]"),
            new(
                7,
                "",
                MarksElsewhere,
                "R: 00/RF 40.00 op-0 with reference",
                "RS: 00/S 100.00 [RF 40.00 op-0]",
                "R: lost",
                "RS: 00/S 100.00 [RF 40.00]"
            ),
            new(8, "", NotHashed, "R: lost", "RS: 00/S 100.00 [RP 40.00], list not hashed"),
            new(
                10,
                "",
                FailedEntryLate,
                "R: 44/RR 40.00 op-0 with reference",
                "RS: 00/S 100.00",
                "R: lost",
                "RS: 00/S 100.00 [RR 40.00, RF 40.00]"
            ),
            new(11, "", OtherAmount, "R: 00/RF 40.00 op-1 with reference", "RS: 00/S 100.00 [RF 4.00 op-1]"),
            new(21, "third decimal", Unreadable("12.345"), "I: 00/S 12.345", "RS: 00/S 12.345"),
            new(21, "thousands", Unreadable("1,234.56"), "I: 00/S 1,234.56", "RS: 00/S 1,234.56"),
            new(21, "empty", Unreadable(""), "I: 00/S", "RS: 00/S"),
            new(23, "", UnknownToTheList, "RS: 16/", "I: 00/S 100.00"),
            new(27, "", NotOfferedOnce, "R: lost", "RS: 97/S", "RS: 00/S 100.00 [RF 40.00 op-1]"),
            new(28, "", ManyInThePortal, "R: 00/RF 40.00 op-1 with reference"),
            new(
                32,
                "",
                Twice,
                "R: 00/RF 40.00 op-1 with reference",
                "RS: 00/S 100.00 [RF 40.00 op-1, RF 40.00 op-1]",
                "record: S, RF op-1"
            ),
        ];

    private static Func<Stage, Task> NotOffered(string respCode) =>
        async stage =>
        {
            await stage.OpenAsync();
            await stage.FaultAsync("closed-after-reading", "R");
            await stage.FaultAsync("refund-status-not-offered", "RS", new { respCode });
            await stage.RefundAsync();
            await stage.ListAsync();
            await stage.ListAsync();
        };

    private static Func<Stage, Task> Unfinished(string show) =>
        async stage =>
        {
            await stage.OpenAsync();
            await stage.FaultAsync("answer-lost", "R");
            await stage.FaultAsync("entry-set", "RS", new { fields = new { status = "RP", referenceNo = "" } });
            await stage.FaultAsync("entry-marks", "RS", new { marks = new { show, length = 2 } });
            await stage.RefundAsync();
            await stage.ListAsync();
        };

    private static async Task MarksElsewhere(Stage stage)
    {
        await stage.OpenAsync();
        await stage.RefundAsync("op-0");
        await stage.ListAsync();
        await stage.OpenAsync();
        await stage.FaultAsync("answer-lost", "R");
        await stage.FaultAsync("entry-marks", "RS", new { times = -1, marks = new { show = "none" } });
        await stage.RefundAsync();
        await stage.ListAsync();
    }

    private static async Task NotHashed(Stage stage)
    {
        await stage.OpenAsync(channel: "apm");
        await stage.FaultAsync("delay", "R", new { seconds = 1_000_000, afterWork = true });
        await stage.FaultAsync("entry-marks", "RS", new { marks = new { show = "none" } });
        await stage.FaultAsync("hash-without-lists", "RS");
        using var patience = new CancellationTokenSource();
        var call = stage.RefundAsync(patience: patience.Token);
        await stage.WorkIsDoneAsync();
        await patience.CancelAsync();
        await call;
        await stage.ListAsync();
    }

    private static async Task FailedEntryLate(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-says", "R", new { record = "RR" });
        await stage.FaultAsync("answer-lost", "R", new { skip = 1 });
        await stage.FaultAsync("entry-hidden", "RS");
        await stage.FaultAsync("entry-marks", "RS", new { times = -1, marks = new { show = "none" } });
        await stage.RefundAsync("op-0");
        await stage.ListAsync();
        await stage.RefundAsync();
        await stage.ListAsync();
    }

    private static async Task OtherAmount(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("entry-set", "RS", new { fields = new { amount = "4.00" } });
        await stage.RefundAsync();
        await stage.ListAsync();
    }

    private static Func<Stage, Task> Unreadable(string amount) =>
        async stage =>
        {
            await stage.OpenAsync();
            await stage.FaultAsync("set-fields", "I", new { fields = new { amount } });
            await stage.FaultAsync("set-fields", "RS", new { fields = new { amount } });
            await stage.InquireAsync();
            await stage.ListAsync();
        };

    private static async Task UnknownToTheList(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("respond-with", "RS", new { respCode = "16", times = -1 });
        await stage.ListAsync();
        await stage.InquireAsync();
    }

    private static async Task NotOfferedOnce(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-lost", "R");
        await stage.FaultAsync("refund-status-not-offered", "RS");
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.ListAsync();
    }

    private static async Task ManyInThePortal(Stage stage)
    {
        await stage.OpenAsync(amount: "5000.00");
        var made = await stage.CommandAsync("transactions/refunds-in-portal", new { count = 2600, amount = "1.00" });
        made["made"]!.GetValue<int>().ShouldBe(2600);
        await stage.RefundAsync();
    }

    private static async Task Twice(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("entry-twice", "RS");
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.RecordAsync();
    }
}
