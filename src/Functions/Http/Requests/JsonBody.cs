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

    // The second is no registered name of it, and is what many programs send.
    private static readonly string[] Utf8Names = ["utf-8", "utf8"];

    private const string MergePatch = "application/merge-patch+json";

    /// <summary>Why the content type is not taken; null when it is: <c>application/json</c>, not compressed, UTF-8.</summary>
    public static Problem? RefuseMediaType(HttpRequest request) =>
        IsUtf8(request, MediaTypeNames.Application.Json)
            ? null
            : new(
                ErrorCodes.UnsupportedMediaType,
                "Send the body as JSON in UTF-8, with Content-Type: application/json and no compression."
            );

    /// <summary>Why the content type of a PATCH is not taken; null when it is: a merge patch (RFC 7396), which may also be called <c>application/json</c>.</summary>
    public static Problem? RefusePatchMediaType(HttpRequest request) =>
        IsUtf8(request, MergePatch) || IsUtf8(request, MediaTypeNames.Application.Json)
            ? null
            : new(
                ErrorCodes.UnsupportedMediaType,
                $"Send the changes as a JSON merge patch in UTF-8, with Content-Type: {MergePatch} and no compression."
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

    private static bool IsUtf8(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && (
            !type.Charset.HasValue
            || Utf8Names.Contains(HeaderUtilities.RemoveQuotes(type.Charset).ToString(), StringComparer.OrdinalIgnoreCase)
        )
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);

    private static Problem TooLarge() => new(ErrorCodes.BodyTooLarge, $"Send at most {MaxBytes} bytes.");

    private static Problem CutOff() =>
        new(ErrorCodes.InvalidRequest, "The body ended early or its framing is broken. Send it again, whole.");
}
