using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>Nothing was sent for too long.</summary>
internal static class UnsentCases
{
    private const string Lags = "it lags";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["not sent for a day, to be sent now"] = new()
            {
                Reason = "It could not be sent for",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LeaveUnansweredAsync();
                    await stage.RefundAsync();
                },
                Truth = new(Word.SendAgain),
                WhileItWaits = Lists.AnswerAsync,
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["held up by a list that lags, and not wanted any more"] = new()
            {
                Reason = "Nothing could be sent|It could not be sent for",
                Arrange = LagAsync,
                Wrong =
                [
                    new(Word.Failed) { Because = Lags },
                    new(Word.SendAgain) { Because = Lags },
                    new(Word.Succeeded, "first") { Because = "belongs to operation" },
                ],
                Truth = new(Word.Cancelled),
                Ends = "failed",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["held up by a list that lags, and refunded by hand"] = new()
            {
                Reason = "Nothing could be sent|It could not be sent for",
                Arrange = async stage =>
                {
                    await LagAsync(stage);
                    await stage.PortalAsync(5.00m, "other");
                    await stage.PortalAsync(Amount);
                },
                Wrong =
                [
                    new(Word.Succeeded, "other") { Insists = true, Evidence = ["other:Done"] },
                    new(Word.Succeeded) { Because = "Give the reference" },
                ],
                Truth = new(Word.Succeeded, "portal"),
                Ends = "succeeded",
                Reserved = 2 * Amount,
                Refunded = 2 * Amount + 5.00m,
            },
            ["its messages were given up"] = new()
            {
                Reason = "Its runs fail|It could not be sent for",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LeaveUnansweredAsync();
                    await stage.RefundAsync();
                    await stage.GiveUpAsync(messages: 20);
                },
                Truth = new(Word.Cancelled),
                // The watch after the end waits for an answer.
                Afterwards = Lists.AnswerAsync,
                Ends = "failed",
                Requests = 0,
            },
            ["behind one that needs review"] = new()
            {
                Reason = "It waits behind operation",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LoseRequestAsync();
                    await stage.RefundAsync();
                },
                Wrong = [new(Word.Succeeded, "999999999") { Because = "does not show refund" }],
                Truth = new(Word.Cancelled),
                Ends = "failed",
                Reserved = Amount,
            },
        };

    // The list never shows a refund that succeeded before: a second one is not sent.
    private static async Task LagAsync(ReviewStage stage)
    {
        await stage.PayAsync();
        await stage.RefundAsync();
        await stage.StatusAsync("succeeded");
        await stage.DoneAsync();
        stage.Name("first", stage.Resolve("ours"));
        await stage.HideEntryAsync("first");
        await stage.RefundAsync();
    }
}
