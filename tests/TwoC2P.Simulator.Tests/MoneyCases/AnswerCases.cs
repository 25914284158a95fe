using TwoC2P.Simulator.Tests.Running;

namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>The rows in which answers to R, S and V are lost, late or contradictory.</summary>
internal static class AnswerCases
{
    private static readonly object Refusal = new { respCode = "49", form = "refusal" };

    public static IEnumerable<MoneyCase> All =>
        [
            new(4, "", WithoutReference, "R: 00/RF 40.00 op-1", "RS: 00/S 100.00", "record: S, RF op-1"),
            new(5, "", LateAnswer, "R: lost", "R: 42/RP 40.00 op-1 with reference", "record: S, RF op-1"),
            new(9, "R", RefusedThoughDone, "R: 49/S", "RS: 00/S 100.00", "record: S, RF op-1"),
            new(9, "S", SettlementRefusedThoughDone, "S: 34/A", "record: RS"),
            new(12, "", TwoAttempts, "R: 00/RF 40.00 op-1 with reference", "R: 00/RF 40.00 op-1 with reference"),
            new(13, "", CallbackDuringTheCall, "callback: 00/RF 40.00 op-1 with reference", "R: 41/S", "record: S, RF op-1"),
            new(22, "", LongDescription, "R: 00/RF 40.00 op-1 with reference, described in 40000 characters"),
            new(
                29,
                "",
                DoneThoughFailed,
                "R: 45/RFF 40.00 op-1 with reference",
                "RS: 00/S 100.00 [RF 40.00 op-1]",
                "record: S, RF op-1"
            ),
            new(30, "R", Contradiction("R", "45", "RF"), "R: 45/RF 40.00 op-1 with reference", "record: S, RF op-1"),
            new(30, "V 12", Contradiction("V", "12", "V"), "V: 12/V 100.00", "record: V"),
            new(30, "V 21", Contradiction("V", "21", "V"), "V: 21/V 100.00", "record: V"),
            new(30, "V 25", Contradiction("V", "25", "V"), "V: 25/V 100.00", "record: V"),
            new(30, "S", Contradiction("S", "31", "RS"), "S: 31/RS 100.00", "record: RS"),
        ];

    private static async Task WithoutReference(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-says", "R", new { reference = "" });
        await stage.FaultAsync("entry-hidden", "RS", new { entry = "newest" });
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.RecordAsync();
    }

    private static async Task LateAnswer(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("delay", "R", new { seconds = 40, afterWork = true });
        await stage.FaultAsync("closed-after-reading", "R");
        await stage.FaultAsync("answer-says", "R", new { respCode = "42", status = "RP" });
        var first = stage.RefundAsync();
        await stage.WorkIsDoneAsync();
        await stage.RefundAsync();
        await stage.PassAsync(41, first);
        await stage.RecordAsync();
    }

    private static async Task RefusedThoughDone(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-says", "R", Refusal);
        await stage.FaultAsync("entry-hidden", "RS");
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.RecordAsync();
    }

    private static async Task SettlementRefusedThoughDone(Stage stage)
    {
        await stage.OpenAsync("A");
        await stage.FaultAsync("answer-says", "S", new { respCode = "34", form = "refusal" });
        await stage.SendAsync(PaymentRequest.Settle(stage.InvoiceNo, "100.00"));
        await stage.RecordAsync();
    }

    private static async Task TwoAttempts(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("delay", "R", new { seconds = 30, afterWork = true });
        await stage.FaultAsync("delay", "R", new { seconds = 1_000_000, afterWork = true });
        var first = stage.RefundAsync();
        await stage.WorkIsDoneAsync();
        var second = stage.RefundAsync();
        await stage.WorkIsDoneAsync(2);
        await stage.PassAsync(31, first);
        second.IsCompleted.ShouldBeFalse();
        await stage.PassAsync(1_000_001, second);
    }

    private static async Task CallbackDuringTheCall(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("delay", "R", new { seconds = 40, afterWork = true });
        await stage.FaultAsync("answer-says", "R", new { respCode = "41", form = "refusal" });
        var call = stage.RefundAsync();
        await stage.WorkIsDoneAsync();
        await stage.NotifyAsync(new { status = "RF" });
        await stage.PassAsync(41, call);
        await stage.RecordAsync();
    }

    private static async Task LongDescription(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("set-fields", "R", new { fields = new { respDesc = new string('x', 40_000) } });
        await stage.RefundAsync();
    }

    private static async Task DoneThoughFailed(Stage stage)
    {
        await stage.OpenAsync();
        await stage.FaultAsync("answer-says", "R", new { respCode = "45", status = "RFF" });
        await stage.RefundAsync();
        await stage.ListAsync();
        await stage.RecordAsync();
    }

    private static Func<Stage, Task> Contradiction(string processType, string respCode, string status) =>
        async stage =>
        {
            await stage.OpenAsync(processType == "R" ? "S" : "A");
            await stage.FaultAsync("answer-says", processType, new { respCode, status });
            await (
                processType switch
                {
                    "R" => stage.RefundAsync(),
                    "S" => stage.SendAsync(PaymentRequest.Settle(stage.InvoiceNo, "100.00")),
                    _ => stage.SendAsync(PaymentRequest.Void(stage.InvoiceNo)),
                }
            );
            await stage.RecordAsync();
        };
}
