namespace Operator.Api;

/// <summary>Opens the way to a deployment.</summary>
/// <param name="clients">Where HTTP clients come from.</param>
/// <param name="environment">The environment's variables.</param>
internal sealed class ApiConnections(IHttpClientFactory clients, Func<string, string?> environment)
{
    /// <summary>A client, or what is wrong with the settings.</summary>
    public (ApiClient? Client, string? Problem) Open(ApiSettings settings)
    {
        var (target, problem) = ApiTarget.Of(settings, environment);
        return target is null ? (null, problem) : (new(clients, target), null);
    }
}
