using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>A request of the app, read whole.</summary>
internal sealed record PassingRequest(Upstream To, string Method, string PathAndQuery, IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>All that it says, in clear: address, body and what the body wraps.</summary>
    public string Text { get; } = WrappedText.Of(Uri.UnescapeDataString(PathAndQuery) + "\n" + Encoding.UTF8.GetString(Body));

    /// <summary>Whether it asks a queue for messages: what it is about shows only in the answer.</summary>
    public bool IsPoll =>
        To.Name == Upstream.Queues && Method == "GET" && PathAndQuery.Contains("/messages", StringComparison.Ordinal);

    public static async Task<PassingRequest> ReadAsync(HttpContext context, Upstream to)
    {
        using var body = new MemoryStream();
        // A killed app cuts its own uploads short; what did arrive whole is forwarded even though nobody waits for the answer.
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = UriHelper.GetEncodedPathAndQuery(context.Request);
        return new PassingRequest(to, context.Request.Method, path, context.Request.Headers, body.ToArray());
    }
}
