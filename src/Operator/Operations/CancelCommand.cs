using System.Text.Json.Nodes;
using Operator.Api;
using Operator.Screens;

namespace Operator.Operations;

/// <summary>Gives up an accepted operation of which nothing was ever sent.</summary>
internal sealed class CancelCommand(ApiConnections connections, Screen screen) : ApiCommand<PersonsWord>(connections, screen)
{
    /// <inheritdoc />
    protected override async Task<int> RunAsync(ApiClient api, PersonsWord settings, CancellationToken cancellationToken)
    {
        var word = new JsonObject { ["actor"] = settings.Actor, ["reason"] = settings.Reason };
        var key = settings.Key ?? IdempotencyKeys.Of(settings.Path, "cancel", word.ToJsonString());
        var answer = await api.PostAsync($"{settings.Path}/cancellation", word, key, cancellationToken);
        Screen.Show(answer.Body, settings.Json);
        return Screen.End(answer.Status);
    }
}
