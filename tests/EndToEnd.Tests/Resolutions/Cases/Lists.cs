using System.Text.Json.Nodes;
using static EndToEnd.Tests.Resolutions.ReviewStage;

namespace EndToEnd.Tests.Resolutions.Cases;

/// <summary>What 2C2P's list of refunds does in more than one case.</summary>
internal static class Lists
{
    private const string Hidden = "hidden";
    private const string Unanswered = "unanswered";

    /// <summary>It shows nothing until <see cref="ShowAsync"/>.</summary>
    public static Task HideAsync(this ReviewStage stage) => stage.FaultAsync("entry-hidden", "RS", UntilCleared, name: Hidden);

    public static Task ShowAsync(this ReviewStage stage) => stage.ClearFaultAsync(Hidden);

    /// <summary>A question is answered with a code that says nothing, until <see cref="AnswerAsync"/>. A silence would stop the questions of the other cases too.</summary>
    public static Task LeaveUnansweredAsync(this ReviewStage stage, string question = "RS", int skip = 0) =>
        stage.FaultAsync(
            "respond-with",
            question,
            UntilCleared,
            new JsonObject { ["respCode"] = "99", ["skip"] = skip },
            Unanswered
        );

    public static Task AnswerAsync(this ReviewStage stage) => stage.ClearFaultAsync(Unanswered);

    /// <summary>Each entry has another text in one of its fields.</summary>
    public static Task WriteAsync(this ReviewStage stage, string field, string text) =>
        stage.FaultAsync("entry-set", "RS", UntilCleared, new JsonObject { ["fields"] = new JsonObject { [field] = text } });

    /// <summary>It is verifiably not offered.</summary>
    public static Task NotOfferAsync(this ReviewStage stage) => stage.FaultAsync("refund-status-not-offered", "RS", UntilCleared);

    /// <summary>A refund whose request is lost: 2C2P does nothing.</summary>
    public static async Task LoseRequestAsync(this ReviewStage stage)
    {
        await stage.FaultAsync("closed-after-reading", "R", 1);
        await stage.RefundAsync();
        await stage.SentAsync();
    }

    /// <summary>A refund that 2C2P does and whose answer is lost.</summary>
    public static async Task LoseAnswerAsync(this ReviewStage stage)
    {
        await stage.FaultAsync("answer-lost", "R", 1);
        await stage.RefundAsync();
        await stage.DoneAsync();
    }
}
