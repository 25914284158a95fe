using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.Problems;

/// <summary>What every answer to one request has in common: the request's id and where errors are explained.</summary>
/// <param name="RequestId">The caller's id if it was well formed and no card number, else one of ours.</param>
/// <param name="Page">The API reference, whose elements <c>code-…</c> explain the codes.</param>
internal sealed record RequestFrame(string RequestId, string Page)
{
    private const string Header = "X-Request-Id";

    /// <summary>Gives the request its frame and the answer the headers that all answers carry.</summary>
    public static void Open(HttpContext http, string page)
    {
        var frame = new RequestFrame(ChosenId(http), page);
        http.Features.Set(frame);
        http.Response.Headers[Header] = frame.RequestId;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>The request's frame.</summary>
    public static RequestFrame Of(HttpContext http) =>
        http.Features.Get<RequestFrame>() ?? throw new UnreachableException("The outermost middleware opens the frame.");

    /// <summary>Where this error is explained.</summary>
    public string AddressOf(ErrorCode code) => $"{Page}#code-{code.Code}";

    private static string ChosenId(HttpContext http) =>
        http.Request.Headers[Header] is [{ } sent] && IsWellFormed(sent) ? sent : ActivityTraceId.CreateRandom().ToHexString();

    // It is logged, so it may be no card number.
    private static bool IsWellFormed(string id) =>
        id.Length is >= 1 and <= 64
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-')
        && !CardNumbers.HasShaped(id);
}
