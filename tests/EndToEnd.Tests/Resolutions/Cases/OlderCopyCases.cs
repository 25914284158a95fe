using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>A table was restored from an older copy.</summary>
internal static class OlderCopyCases
{
    private const string OlderCopy = "the ledger may be an older copy";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["an older copy of the ledger, and it was done"] = new()
            {
                Reason = OlderCopy,
                Arrange = async stage =>
                {
                    await KnowFurtherAsync(stage);
                    await stage.PortalAsync(Amount);
                    await stage.AnswerAsync();
                },
                Wrong =
                [
                    new(Word.Cancelled) { Because = "older copy" },
                    new(Word.Failed) { Evidence = ["portal:Done"] },
                    new(Word.SendAgain) { Evidence = ["portal:Done"] },
                ],
                Truth = new(Word.Succeeded, "portal"),
                Ends = "succeeded",
                Requests = 0,
                Reserved = Amount,
                Refunded = Amount,
            },
            ["an older copy of the ledger, and it was not done"] = new()
            {
                Reason = OlderCopy,
                Arrange = async stage =>
                {
                    await KnowFurtherAsync(stage);
                    await stage.AnswerAsync();
                },
                Wrong =
                [
                    new(Word.Cancelled) { Because = "older copy" },
                    new(Word.Succeeded, "999999999") { Because = "does not show refund" },
                ],
                Truth = new(Word.SendAgain),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["a mark that the ledger never sent"] = new()
            {
                Reason = "mark that this ledger never sent",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LeaveUnansweredAsync();
                    await stage.RefundAsync();
                    await stage.PortalAsync(Amount, status: "RFF");
                    await stage.MarkAsync("portal");
                    await stage.AnswerAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, "portal") { Because = "as not done", Evidence = ["portal:Failed"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = "Settle it as what the list shows",
                        Evidence = ["portal:Failed"],
                    },
                ],
                Truth = new(Word.Failed),
                Ends = "failed",
                Requests = 0,
            },
            ["an older copy of the keys"] = new()
            {
                Reason = "made with the same idempotency key",
                Arrange = async stage =>
                {
                    var key = Worlds.ShopClient.NewKey();
                    await stage.PayAsync();
                    await stage.RefundAsync(key);
                    await stage.StatusAsync("succeeded");
                    await stage.DoneAsync();
                    await stage.ForgetKeyAsync();
                    await stage.RefundAsync(key);
                },
                Wrong =
                [
                    new(Word.SendAgain) { Because = "made with the same idempotency key" },
                    new(Word.Succeeded, "ours") { Because = "belongs to operation" },
                ],
                Truth = new(Word.Cancelled),
                Ends = "failed",
                Reserved = Amount,
                Refunded = Amount,
            },
        };

    private static async Task KnowFurtherAsync(ReviewStage stage)
    {
        await stage.PayAsync();
        await stage.LeaveUnansweredAsync();
        await stage.RefundAsync();
        await stage.KnowFurtherAsync();
    }
}
