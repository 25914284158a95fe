using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>The merchant's shop: every request it makes to the app and every answer it gets is written to the timeline.</summary>
internal sealed class Shop(SandboxMerchant merchant, Uri app, JsonHttp http, Polling polling, Timeline timeline)
{
    private const string Who = "shop";

    /// <summary>Longer than any step of the workflow takes on a slow machine.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    /// <summary>What all addresses of this merchant begin with.</summary>
    public Uri Root { get; } = new(app, $"api/merchants/{merchant.Id}/");

    /// <summary>Reads, and shows the fields that matter.</summary>
    public async Task<Answer> GetAsync(string path, params string[] fields)
    {
        timeline.Request(Who, $"GET /{path}");
        return Shown(await ReadAsync(path), fields);
    }

    /// <summary>Asks for an operation.</summary>
    public async Task<Answer> PostAsync(string path, JsonObject body, string idempotencyKey, params string[] fields)
    {
        timeline.Request(Who, $"POST /{path} {body.ToJsonString()}");
        timeline.Detail($"Idempotency-Key: {idempotencyKey}");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["X-Api-Key"] = merchant.ApiKey,
            ["Idempotency-Key"] = idempotencyKey,
        };
        return Shown(await http.SendAsync(HttpMethod.Post, new Uri(Root, path), body, headers), fields);
    }

    /// <summary>Reads an operation until it has a status; one that can no longer get it is not waited for.</summary>
    public async Task<Answer> WaitForAsync(string path, string status, params string[] fields)
    {
        timeline.Request(Who, $"GET /{path}  until it is {status}");
        var answer = await polling.UntilAsync(
            () => ReadAsync(path),
            answer => answer["status"] == status || !MayStillChange(answer),
            Within
        );
        return Shown(answer, ["status", .. fields]);
    }

    /// <summary>Reads without a word.</summary>
    public Task<Answer> ReadAsync(string path) =>
        http.SendAsync(
            HttpMethod.Get,
            new Uri(Root, path),
            headers: new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Api-Key"] = merchant.ApiKey }
        );

    private static bool MayStillChange(Answer answer) =>
        answer["status"] is "accepted" or "submitting" or "unknown" or "pending" && answer["needsReview"] == "false";

    private Answer Shown(Answer answer, string[] fields)
    {
        timeline.Answer(
            $"{answer.StatusNumber}  {string.Join("  ", fields.Select(field => $"{field}={answer[field]}"))}".TrimEnd()
        );
        return answer;
    }
}
