using System.Net;
using System.Text.Json.Nodes;

namespace Operator.Api;

/// <summary>An answer that is no problem.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode Body);
