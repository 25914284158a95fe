using System.Text.Json.Nodes;
using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>What 2C2P shows or says after the end contradicts it.</summary>
internal static class EndedCases
{
    private const string Contradicts = "contradicts the final state";
    private const string HasEnded = "never sent again";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["failed, and done all the same"] = new()
            {
                Reason = Contradicts,
                Arrange = LieAsync,
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["ours:Done"] },
                    new(Word.SendAgain) { Because = HasEnded },
                    new(Word.Succeeded, "999999999") { Because = "does not show refund" },
                    new(Word.Cancelled) { Because = "It has ended already" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Ends = "failed",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["failed, and a callback that is wrong"] = new()
            {
                Reason = Contradicts,
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.PortalAsync(5.00m);
                    await stage.FaultAsync("respond-with", "R", 1, new JsonObject { ["respCode"] = "45" });
                    await stage.RefundAsync();
                    await stage.StatusAsync("failed");
                    await stage.SaysAsync("RF", "999999999");
                    await stage.RecordedAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, "999999999") { Because = "does not show refund" },
                    new(Word.SendAgain) { Because = HasEnded },
                ],
                Truth = new(Word.Failed),
                Overruled = ["999999999:Done"],
                Ends = "failed",
                Refunded = 5.00m,
            },
            ["a sibling that 2C2P contradicts"] = new()
            {
                Reason = "this refund may be its repetition",
                Arrange = async stage =>
                {
                    await LieAsync(stage);
                    await stage.RefundAsync();
                },
                Wrong =
                [
                    new(Word.SendAgain) { Because = "Settle that one first" },
                    new(Word.Succeeded, "ours") { Because = "settle that one first" },
                ],
                Truth = new(Word.Failed),
                Ends = "failed",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["sent again by a person's word, and the lost request done later"] = new()
            {
                Reason = Contradicts,
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.FaultAsync("late-work", "R", 1, new JsonObject { ["when"] = "released" });
                    await stage.RefundAsync();
                    await stage.SendAgainAsync();
                    await stage.StatusAsync("succeeded");
                    await stage.DoneAsync();
                    stage.Name("second", stage.Resolve("ours"));
                    await stage.CommandAsync("late-work/release");
                    await stage.AnotherAsync("first", than: "second");
                    await stage.SaysAsync("RF", "first");
                    await stage.RecordedAsync();
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["first:Done", "second:Done"] },
                    new(Word.SendAgain) { Because = HasEnded },
                    new(Word.Succeeded, "first") { Because = "by 2C2P's own word" },
                ],
                Truth = new(Word.Succeeded, "second"),
                Overruled = ["first:Done"],
                Ends = "succeeded",
                Requests = 2,
                Reserved = 2 * Amount,
                Refunded = 2 * Amount,
            },
            ["a void that failed, and was done all the same"] = new()
            {
                Reason = Contradicts,
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("answer-says", "V", 1, new JsonObject { ["respCode"] = "21", ["form"] = "refusal" });
                    await stage.VoidAsync();
                    await stage.StatusAsync("failed");
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["payment:V"] },
                    new(Word.SendAgain) { Because = HasEnded },
                ],
                Truth = new(Word.Succeeded),
                Ends = "failed",
                Payment = "V",
            },
        };

    // 2C2P says that it failed, and does it.
    private static async Task LieAsync(ReviewStage stage)
    {
        await stage.PayAsync();
        await stage.FaultAsync("answer-says", "R", 1, new JsonObject { ["respCode"] = "45", ["status"] = "RFF" });
        await stage.RefundAsync();
        await stage.StatusAsync("failed");
        await stage.DoneAsync();
    }
}
