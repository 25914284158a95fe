using System.Text.Json.Nodes;
using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>The list shows a refund as this operation's, and something about it is wrong.</summary>
internal static class ListedCases
{
    private const string SettleAsListed = "Settle it as what the list shows";
    private const string OtherReference = "888888888";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["listed with another amount"] = new()
            {
                Reason = "with the amount 5.00",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.LoseRequestAsync();
                    await stage.PortalAsync(5.00m);
                    await stage.MarkAsync("portal");
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["portal:Done"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["portal:Done"],
                    },
                    new(Word.Succeeded) { Because = "Give the reference" },
                ],
                Truth = new(Word.Succeeded, "portal"),
                Overruled = ["portal:Done"],
                Ends = "succeeded",
                Reserved = 5.00m,
                Refunded = 5.00m,
            },
            ["listed with an amount that nobody can read"] = new()
            {
                Reason = "with the amount that cannot be read",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.WriteAsync("amount", "2,5,0");
                    await stage.LoseAnswerAsync();
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["ours:Done"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["ours:Done"],
                    },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Overruled = ["ours:Done"],
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["listed with a status that nobody knows, and done"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.WriteAsync("status", "XX");
                    await stage.LoseAnswerAsync();
                },
                Wrong =
                [
                    new(Word.Failed) { Evidence = ["ours:Contradiction"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["ours:Contradiction"],
                    },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Overruled = ["ours:Contradiction"],
                Ends = "succeeded",
                Reserved = Amount,
                Refunded = Amount,
            },
            ["listed with a status that nobody knows, and not done"] = new()
            {
                Reason = "It cannot be told whether 2C2P did it",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.WriteAsync("status", "XX");
                    await FailAsync(stage);
                },
                Wrong =
                [
                    new(Word.Succeeded, "ours") { Evidence = ["ours:Contradiction"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["ours:Contradiction"],
                    },
                ],
                Truth = new(Word.Failed),
                Overruled = ["ours:Contradiction"],
                Ends = "failed",
            },
            ["listed twice"] = new()
            {
                Reason = "money may have moved twice",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.HideAsync();
                    await stage.LoseAnswerAsync();
                    await stage.PortalAsync(Amount);
                    await stage.MarkAsync("portal");
                    await stage.ShowAsync();
                },
                Wrong =
                [
                    new(Word.Failed) { Insists = true, Evidence = ["ours:Done", "portal:Done"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["ours:Done", "portal:Done"],
                    },
                    new(Word.Succeeded) { Because = "Give the reference" },
                ],
                Truth = new(Word.Succeeded, "ours"),
                Overruled = ["portal:Done"],
                Ends = "succeeded",
                Reserved = 2 * Amount,
                Refunded = 2 * Amount,
            },
            ["listed under the reference that another operation was answered with"] = new()
            {
                Reason = "nothing tells whose it is",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.FaultAsync("answer-says", "R", 1, RefusedAs(OtherReference));
                    await stage.RefundAsync();
                    await stage.StatusAsync("failed");
                    stage.Name("first", stage.Id);
                    await stage.HideAsync();
                    await stage.LoseRequestAsync();
                    await stage.SentAsync(2);
                    await stage.PortalAsync(Amount, reference: OtherReference);
                    await stage.MarkAsync("portal");
                    await stage.ShowAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, "portal") { Because = "settle that one first" },
                    new(Word.Failed) { Insists = true, Evidence = ["portal:Done"] },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["portal:Done"],
                    },
                ],
                First = stage => stage.FailAsync("first", "portal:Done"),
                Truth = new(Word.Succeeded, "portal"),
                Ends = "succeeded",
                Requests = 2,
                Reserved = Amount,
                Refunded = Amount,
            },
            ["listed as failed, but said to be done"] = new()
            {
                Reason = "as failed, but said something else",
                Arrange = async stage =>
                {
                    await stage.PayAsync();
                    await stage.HideAsync();
                    await FailAsync(stage);
                    await stage.SaysAsync("RF", OtherReference);
                    await stage.ShowAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded, "ours") { Because = "as not done", Evidence = ["ours:Failed"] },
                    new(Word.Succeeded, OtherReference) { Because = "does not show refund" },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = SettleAsListed,
                        Evidence = ["ours:Failed"],
                    },
                ],
                Truth = new(Word.Failed),
                Overruled = [$"{OtherReference}:Done"],
                Ends = "failed",
            },
        };

    private static JsonObject RefusedAs(string reference) =>
        new()
        {
            ["respCode"] = "45",
            ["status"] = "RFF",
            ["reference"] = reference,
            ["work"] = "not-done",
        };

    // 2C2P takes the refund, its answer is lost, and its record calls it failed.
    private static async Task FailAsync(ReviewStage stage)
    {
        await stage.FaultAsync("answer-says", "R", 1, new JsonObject { ["record"] = "RFF" });
        await stage.LoseAnswerAsync();
    }
}
