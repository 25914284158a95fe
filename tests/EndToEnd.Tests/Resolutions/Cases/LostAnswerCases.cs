using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>An answer was lost, and the list does not tell whether 2C2P did it.</summary>
internal static class LostAnswerCases
{
    private const string CannotBeTold = "It cannot be told whether 2C2P did it";
    private const string Nobodys = "999999999";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["done, and the list shows no marks"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.FaultAsync("no-user-defined", "RS", UntilCleared);
                    await stage.LoseAnswerAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, Nobodys) { Because = "does not show refund" },
                    new(Word.Succeeded) { Because = "Give the reference" },
                    new(Word.Failed) { Evidence = ["ours:Done"] },
                    new(Word.Failed) { Despite = [$"{Nobodys}:Done"], Evidence = ["ours:Done"] },
                    new(Word.SendAgain) { Evidence = ["ours:Done"] },
                    new(Word.Cancelled) { Because = "It may have been sent" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["not done, a refund of that amount in the portal beside it"] = new()
            {
                Reason = CannotBeTold,
                Arrange = LostBesidePortalAsync,
                Wrong = [new(Word.SendAgain) { Evidence = ["portal:Done"] }, new(Word.Failed) { Despite = [$"{Nobodys}:Done"] }],
                Truth = new(Word.Failed),
                Overruled = ["portal:Done"],
                Ends = "failed",
                Refunded = Amount,
            },
            ["not done, to be sent again"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LoseRequestAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, Nobodys) { Because = "does not show refund" },
                    new(Word.Cancelled) { Because = "It may have been sent" },
                ],
                Truth = new(Word.SendAgain),
                Ends = "succeeded",
                Requests = 2,
                Reserved = Amount,
                Refunded = Amount,
            },
            ["not done, to be sent again beside a refund in the portal"] = new()
            {
                Reason = CannotBeTold,
                Arrange = LostBesidePortalAsync,
                Wrong = [new(Word.Failed) { Evidence = ["portal:Done"] }],
                Truth = new(Word.SendAgain),
                Overruled = ["portal:Done"],
                Ends = "succeeded",
                Requests = 2,
                Reserved = Amount,
                Refunded = 2 * Amount,
            },
            ["said to be done, and the list does not show it"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.PortalAsync(5.00m);
                    await stage.LoseRequestAsync();
                    await stage.SaysAsync("RF", Nobodys);
                },
                Wrong =
                [
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = "said that it took a refund",
                        Evidence = [$"{Nobodys}:Done"],
                    },
                    new(Word.Succeeded, Nobodys) { Because = "does not show refund" },
                    new(Word.Succeeded, "portal") { Because = "before this operation was first sent" },
                ],
                Truth = new(Word.Failed),
                Overruled = [$"{Nobodys}:Done"],
                Ends = "failed",
                Refunded = 5.00m,
            },
            ["no list is offered, and it was done"] = new()
            {
                Reason = "offers no list of refunds",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.NotOfferAsync();
                    await stage.LoseAnswerAsync();
                },
                Wrong =
                [
                    new(Word.SendAgain) { Because = "shows no list of refunds" },
                    new(Word.Succeeded) { Because = "Give the reference" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
        };

    // The portal's refund comes after the request: had it been there before, it would explain itself.
    private static async Task LostBesidePortalAsync(ReviewStage stage)
    {
        await stage.PayAsync();
        await stage.LoseRequestAsync();
        await stage.PortalAsync(Amount);
    }
}
