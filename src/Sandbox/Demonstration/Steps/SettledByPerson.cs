using System.Text.Json.Nodes;

namespace Sandbox.Demonstration.Steps;

/// <summary>2C2P contradicts itself about a refund whose answer was lost: only a person can settle it.</summary>
internal sealed class SettledByPerson : IStep
{
    private const string Invoice = "DEMO-STUCK-1";

    public string Title => "A refund that only a person can settle: the wrong word is refused, the right one followed";

    public async Task PlayAsync(Stage stage)
    {
        await stage.Gateway.AddPaymentAsync(Invoice, "80.00");
        stage.Timeline.Act("gateway", $"will lose its answer to the refund of {Invoice}, and list it with the amount 5.00");
        await stage.Gateway.FaultAsync("answer-lost", Invoice, "R", times: 1);
        await stage.Gateway.FaultAsync("entry-set", Invoice, "RS", times: -1, new JsonObject { ["amount"] = "5.00" });

        var accepted = await stage.Shop.PostAsync(
            "refunds",
            new JsonObject { ["invoiceNo"] = Invoice, ["amount"] = 50.00m },
            "demo-stuck-refund",
            "id",
            "status"
        );
        var path = $"operations/{accepted["id"]}";
        var stuck = await stage.Shop.WaitForReviewAsync(path);
        stage.Timeline.Detail(stuck["reviewReason"]);
        stage.Timeline.Check("a person is called", "true", stuck["needsReview"]);

        stage.Timeline.Act("gateway", "lists it as it is again");
        await stage.Gateway.ClearFaultsAsync(Invoice);
        var wrong = await SettleAsync(stage, path, "demo-wrong-word", "failed", null, "code", "detail");
        stage.Timeline.Check("the app answers", "409", wrong.StatusNumber);
        if (wrong.List("contradictions") is not [var evidence])
        {
            stage.Timeline.Fail("the evidence is shown", "one entry of the gateway's list", "");
            return;
        }
        stage.Timeline.Detail(evidence["words"]);

        var right = await SettleAsync(
            stage,
            path,
            "demo-right-word",
            "succeeded",
            evidence["reference"],
            "status",
            "needsReview",
            "gateway.refundReferenceNo"
        );
        stage.Timeline.Check("the app answers", "200", right.StatusNumber);
        stage.Timeline.Check("the refund has", "succeeded", right["status"]);
        stage.Timeline.Detail(right.List("history")[^1]["note"]);
        stage.Timeline.Check("refunds at the gateway", "1", await stage.Gateway.RefundCountAsync(Invoice));
    }

    private static Task<Answer> SettleAsync(
        Stage stage,
        string path,
        string key,
        string outcome,
        string? reference,
        params string[] fields
    )
    {
        var word = new JsonObject { ["outcome"] = outcome };
        if (reference is not null)
            word["reference"] = reference;
        word["actor"] = "Mei Tan";
        word["reason"] = "asked 2C2P's support";
        word["lookedAt"] = "the refunds of the invoice in the portal";
        return stage.Shop.PostAsync($"{path}/resolution", word, key, fields);
    }
}
