using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>Settlements and voids that cannot be decided.</summary>
internal static class PaymentCases
{
    private const string CannotBeTold = "It cannot be told whether 2C2P did it";
    private const string ShowsNothing = "does not show what this operation would leave behind";

    public static IReadOnlyDictionary<string, ReviewCase> All { get; } =
        new Dictionary<string, ReviewCase>(StringComparer.Ordinal)
        {
            ["a settlement, and a capture of another amount"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("closed-after-reading", "S", 1);
                    await stage.SettleAsync();
                    await stage.SentAsync();
                    await stage.CaptureAsync(300.00m);
                },
                Wrong =
                [
                    new(Word.Succeeded)
                    {
                        Insists = true,
                        Because = ShowsNothing,
                        Evidence = ["payment:RS"],
                    },
                    new(Word.SendAgain)
                    {
                        Insists = true,
                        Because = "less than the amount to settle",
                        Evidence = ["payment:RS"],
                    },
                ],
                Truth = new(Word.Failed),
                Overruled = ["payment:RS"],
                Ends = "failed",
                Payment = "RS",
            },
            ["a settlement of which 2C2P said two things"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("answer-says", "S", 1, Both("31", "RS"));
                    await stage.SettleAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded)
                    {
                        Insists = true,
                        Because = ShowsNothing,
                        Evidence = ["payment:A"],
                    },
                    new(Word.SendAgain) { Insists = true, Evidence = ["-:Contradiction"] },
                    new(Word.Cancelled) { Because = "It may have been sent" },
                ],
                Truth = new(Word.Failed),
                Overruled = ["-:Contradiction"],
                Ends = "failed",
                Payment = "A",
            },
            ["a void of which 2C2P said two things"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("answer-says", "V", 1, Both("21", "V"));
                    await stage.VoidAsync();
                },
                Wrong =
                [
                    new(Word.Succeeded)
                    {
                        Insists = true,
                        Because = ShowsNothing,
                        Evidence = ["payment:A"],
                    },
                    new(Word.SendAgain) { Insists = true, Evidence = ["-:Contradiction"] },
                ],
                Truth = new(Word.Failed),
                Overruled = ["-:Contradiction"],
                Ends = "failed",
                Payment = "A",
            },
            ["a void that was done, and nobody says of what became of it"] = new()
            {
                Reason = CannotBeTold,
                Arrange = async stage =>
                {
                    await stage.PayAsync("A");
                    await stage.FaultAsync("answer-lost", "V", 1);
                    // The accept asks once, and once more before it sends.
                    await stage.LeaveUnansweredAsync("I", skip: 2);
                    await stage.VoidAsync();
                },
                Truth = new(Word.Succeeded),
                WhileItWaits = Lists.AnswerAsync,
                Ends = "succeeded",
                Payment = "V",
            },
        };

    private static JsonObject Both(string respCode, string status) =>
        new()
        {
            ["respCode"] = respCode,
            ["status"] = status,
            ["work"] = "not-done",
        };
}
