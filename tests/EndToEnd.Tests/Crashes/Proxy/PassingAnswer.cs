using System.Text;
using Microsoft.AspNetCore.Http;

namespace EndToEnd.Tests.Crashes.Proxy;

/// <summary>What came back, read whole.</summary>
internal sealed record PassingAnswer(int Status, IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body)
{
    /// <summary>All that it says, in clear.</summary>
    public string Text => WrappedText.Of(Encoding.UTF8.GetString(Body));

    public static async Task<PassingAnswer> ReadAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            [
                .. response
                    .Headers.Concat(response.Content.Headers)
                    .Where(header => !PassingHeaders.BelongsToConnection(header.Key))
                    .Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray())),
            ],
            await response.Content.ReadAsByteArrayAsync()
        );

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, values) in Headers)
            context.Response.Headers[name] = values;
        // 204 and 304 have no body, and Kestrel refuses even an empty one.
        if (Body.Length > 0)
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
