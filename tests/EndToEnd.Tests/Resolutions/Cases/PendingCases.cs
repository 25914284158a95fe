using System.Text.Json.Nodes;
using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>2C2P took the refund and does not decide: a person can end nothing there, only the question.</summary>
internal static class PendingCases
{
    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["pending for a week"] = new()
            {
                Reason = "2C2P has not decided for",
                Arrange = PendAsync,
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["ours:Taken"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = "Settle it as what the list shows",
                        Evidence = ["ours:Taken"],
                    },
                    new(Word.Succeeded, "999999999") { Because = "by 2C2P's own word" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Afterwards = stage => stage.CommandAsync("transactions/refunds/finish"),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["pending for a week, and then rejected"] = new()
            {
                Reason = "2C2P has not decided for",
                Arrange = PendAsync,
                Truth = new(Word.Succeeded),
                Afterwards = stage => stage.CommandAsync("transactions/refunds/reject"),
                Ends = "failed",
            },
            ["pending, and a callback that the list does not confirm"] = new()
            {
                Reason = "2C2P's own list does not confirm it|2C2P has not decided for",
                Arrange = async stage =>
                {
                    await PendAsync(stage);
                    await stage.SaysAsync("RFF", "ours");
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["ours:Taken"] },
                    new(Word.SendAgain) { Insists = true, Because = "Settle it as what the list shows" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Overruled = ["ours:Failed"],
                Afterwards = stage => stage.CommandAsync("transactions/refunds/finish"),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["pending, no list, and callbacks that contradict each other"] = new()
            {
                Reason = "callbacks contradict each other|2C2P has not decided for",
                Arrange = async stage =>
                {
                    await PendAsync(stage, isListed: false);
                    // A code and a status that do not go together: it decides nothing, and forbids that the next one does.
                    await stage.SaysAsync("RF", "ours", respCode: "45");
                    await stage.SaysAsync("RF", "ours");
                },
                Wrong =
                [
                    new(Word.Failed) { Evidence = ["ours:Done"] },
                    new(Word.SendAgain) { Because = "shows no list of refunds" },
                    new(Word.Succeeded, "999999999") { Because = "by 2C2P's own word" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Afterwards = stage => stage.CommandAsync("transactions/refunds/finish"),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["a void pending for a week"] = new()
            {
                Reason = "2C2P has not decided for",
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("void-pending", "V", 1, new JsonObject());
                    await stage.VoidAsync();
                    await stage.StatusAsync("pending");
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["payment:VP"] },
                    new(Word.SendAgain) { Insists = true, Evidence = ["payment:VP"] },
                ],
                Truth = new(Word.Succeeded),
                Afterwards = stage => stage.CommandAsync("transactions/voids/finish"),
                Ends = "succeeded",
                Payment = "V",
            },
        };

    private static Task PendAsync(ReviewStage stage) => PendAsync(stage, isListed: true);

    private static async Task PendAsync(ReviewStage stage, bool isListed)
    {
        await stage.PayAsync(channel: "apm");
        if (!isListed)
            await stage.NotOfferAsync();
        await stage.RefundAsync();
        await stage.StatusAsync("pending");
        await stage.DoneAsync();
    }
}
