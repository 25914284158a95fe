using System.Buffers;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads bodies in bounds. Kestrel's own limit would become a 500 through the Functions host, so the bound is kept here.</summary>
internal static class JsonBody
{
    /// <summary>The largest body, in bytes of content.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Why the content type is not taken; null when it is: <c>application/json</c>, not compressed, UTF-8.</summary>
    public static Problem? RefuseMediaType(HttpRequest request) =>
        IsJson(request)
            ? null
            : new(
                ErrorCodes.UnsupportedMediaType,
                "Send the body as JSON in UTF-8, with Content-Type: application/json and no compression."
            );

    /// <summary>The body, or why it cannot be taken.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, Problem? Refused)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            return (default, TooLarge());

        var content = new ArrayBufferWriter<byte>(4096);
        try
        {
            while (content.WrittenCount <= MaxBytes)
            {
                var room = content.GetMemory();
                var wanted = Math.Min(room.Length, MaxBytes + 1 - content.WrittenCount);
                var read = await request.Body.ReadAsync(room[..wanted], request.HttpContext.RequestAborted);
                if (read == 0)
                    return (content.WrittenMemory, null);

                content.Advance(read);
            }
        }
        catch (IOException exception)
        {
            // The connection broke or the server could not make sense of the transfer; nothing was parsed and nothing is done.
            return (
                default,
                exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? TooLarge() : CutOff()
            );
        }

        return (default, TooLarge());
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (
            !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);

    private static Problem TooLarge() => new(ErrorCodes.BodyTooLarge, $"Send at most {MaxBytes} bytes.");

    private static Problem CutOff() =>
        new(ErrorCodes.InvalidRequest, "The body ended early or its framing is broken. Send it again, whole.");
}
