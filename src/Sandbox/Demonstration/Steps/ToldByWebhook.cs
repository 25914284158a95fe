using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Webhooks;

namespace Sandbox.Demonstration.Steps;

/// <summary>The shop did not have to ask: it was told, by signed messages. A forged one is refused.</summary>
internal sealed class ToldByWebhook(CardRefund refund) : IStep
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);
    private static readonly string[] Expected = ["operation.accepted", "operation.succeeded"];

    public string Title => "Webhooks: the shop is told of each step, signed, once it has happened";

    public async Task PlayAsync(Stage stage)
    {
        var polling = new Polling(stage.Time, stage.Stop);
        var told = await polling.UntilAsync(
            () => Task.FromResult(Told(stage)),
            events => events.Count >= Expected.Length,
            Within
        );
        foreach (var one in told)
        {
            var body = JsonNode.Parse(one.Body)!;
            stage.Timeline.Request(
                "app",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"POST {stage.Sandbox.Receiver.UrlOf(one.MerchantId)}  {body["type"]}  order={body["order"]}  status={body["data"]!["status"]}"
                )
            );
            stage.Timeline.Answer(one.IsVerified ? "204  verified by StandardWebhooks" : "401");
        }

        stage.Timeline.Check(
            "the shop is told, in order",
            string.Join(", ", Expected),
            string.Join(", ", told.Select(one => JsonNode.Parse(one.Body)!["type"]))
        );
        stage.Timeline.Check(
            "verified signatures",
            $"{told.Count} of {told.Count}",
            $"{told.Count(one => one.IsVerified)} of {told.Count}"
        );
        stage.Timeline.Check("the shop's receiver answers a forged message", "401", await ForgeAsync(stage, told));
    }

    private List<ToldEvent> Told(Stage stage) =>
        [
            .. stage
                .Sandbox.Receiver.Told.Where(one => JsonNode.Parse(one.Body)?["data"]?["id"]?.ToString() == refund.OperationId)
                .DistinctBy(one => one.Id),
        ];

    private static async Task<string> ForgeAsync(Stage stage, List<ToldEvent> told)
    {
        if (told is not [var first, ..])
            return "";

        stage.Timeline.Request("forger", $"POST {stage.Sandbox.Receiver.UrlOf(first.MerchantId)}  with a signature of its own");
        using var http = new JsonHttp(stage.Stop);
        var answer = await http.SendAsync(
            HttpMethod.Post,
            stage.Sandbox.Receiver.UrlOf(first.MerchantId),
            new JsonObject { ["type"] = "operation.failed" },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["webhook-id"] = first.Id,
                ["webhook-timestamp"] = stage.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["webhook-signature"] = $"v1,{Convert.ToBase64String(new byte[32])}",
            }
        );
        stage.Timeline.Answer(answer.StatusNumber);
        return answer.StatusNumber;
    }
}
