using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Demonstration;

/// <summary>The merchant's shop: every request it makes to the app and every answer it gets is written to the timeline.</summary>
internal sealed class Shop(SandboxMerchant merchant, Uri app, JsonHttp http, Polling polling, Timeline timeline)
{
    private const string Who = "shop";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

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

    /// <summary>Asks for something that must not be done twice.</summary>
    public Task<Answer> PostAsync(string path, JsonObject body, string idempotencyKey, params string[] fields) =>
        PostAsync(path, body, body, idempotencyKey, fields);

    /// <summary>The same with a body that nobody may see; <paramref name="shown"/> is shown for it.</summary>
    public async Task<Answer> PostAsync(
        string path,
        JsonObject body,
        JsonObject shown,
        string idempotencyKey,
        params string[] fields
    )
    {
        timeline.Request(Who, $"POST /{path} {Text(shown)}");
        timeline.Detail($"Idempotency-Key: {idempotencyKey}");
        return Shown(await SendAsync(HttpMethod.Post, path, body, idempotencyKey), fields);
    }

    /// <summary>Changes what the body names, and nothing else.</summary>
    public async Task<Answer> PatchAsync(string path, JsonObject body, params string[] fields)
    {
        timeline.Request(Who, $"PATCH /{path} {Text(body)}");
        return Shown(await SendAsync(HttpMethod.Patch, path, body), fields);
    }

    /// <summary>Deletes or cancels.</summary>
    public async Task<Answer> DeleteAsync(string path, params string[] fields)
    {
        timeline.Request(Who, $"DELETE /{path}");
        return Shown(await SendAsync(HttpMethod.Delete, path), fields);
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

    /// <summary>Reads an operation until a person is called.</summary>
    public async Task<Answer> WaitForReviewAsync(string path)
    {
        timeline.Request(Who, $"GET /{path}  until it needs review");
        var answer = await polling.UntilAsync(
            () => ReadAsync(path),
            answer => answer["needsReview"] == "true" || answer["status"] is "succeeded" or "failed",
            Within
        );
        return Shown(answer, ["status", "needsReview"]);
    }

    /// <summary>Reads without a word.</summary>
    public Task<Answer> ReadAsync(string path) => SendAsync(HttpMethod.Get, path);

    private static bool MayStillChange(Answer answer) =>
        answer["status"] is "accepted" or "submitting" or "unknown" or "pending" && answer["needsReview"] == "false";

    private Answer Shown(Answer answer, string[] fields)
    {
        timeline.Answer(
            $"{answer.StatusNumber}  {string.Join("  ", fields.Select(field => $"{field}={answer[field]}"))}".TrimEnd()
        );
        return answer;
    }

    private Task<Answer> SendAsync(HttpMethod method, string path, JsonObject? body = null, string? idempotencyKey = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Api-Key"] = merchant.ApiKey };
        if (idempotencyKey is not null)
            headers["Idempotency-Key"] = idempotencyKey;
        return http.SendAsync(method, new Uri(Root, path), body, headers);
    }

    // As a person would write it, with spaces at which a long one can be wrapped. Line breaks within values are escaped.
    private static string Text(JsonObject body) =>
        string.Join(' ', body.ToJsonString(Readable).Split('\n', StringSplitOptions.TrimEntries));
}
