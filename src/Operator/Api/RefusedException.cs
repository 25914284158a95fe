using System.Net;
using System.Text.Json.Nodes;

namespace Operator.Api;

/// <summary>The gateway answered with a problem (RFC 9457).</summary>
/// <param name="status">HTTP status.</param>
/// <param name="problem">The problem.</param>
internal sealed class RefusedException(HttpStatusCode status, JsonObject problem) : Exception($"{status}: {problem["code"]}")
{
    public JsonObject Problem { get; } = problem;

    /// <summary>Whether the same command may succeed later.</summary>
    public bool MayBeRepeated =>
        status >= HttpStatusCode.InternalServerError
        || Problem["retryable"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
