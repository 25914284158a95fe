using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Settles an operation that needs review. The gateway asks 2C2P first, and refuses what contradicts it.</summary>
internal sealed class ResolveCommand(ApiConnections connections, Screen screen) : ApiCommand<ResolveSettings>(connections, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, ResolveSettings settings, CancellationToken cancellationToken)
    {
        var word = new JsonObject { ["outcome"] = settings.Outcome };
        if (settings.Reference is not null)
            word["reference"] = settings.Reference;
        if (settings.Despite.Length > 0)
            word["despite"] = new JsonArray([.. settings.Despite.Select(key => (JsonNode)key)]);
        word["actor"] = settings.Actor;
        word["reason"] = settings.Reason;
        word["lookedAt"] = settings.LookedAt;
        var key = settings.Key ?? IdempotencyKeys.Of(settings.Path, word.ToJsonString());
        var answer = await api.PostAsync($"{settings.Path}/resolution", word, key, cancellationToken);
        Screen.Show(answer.Body, settings.Json);
        return Screen.End(answer.Status);
    }
}
