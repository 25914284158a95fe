using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads a request whose body is one JSON object: media type, bounds, UTF-8, JSON, and then every field at once.</summary>
internal static class JsonRequest
{
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>The body of a POST.</summary>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads the fields and complains about them; what it returns counts only when it did not complain.</param>
    public static async Task<(T? Request, Problem? Refused)> ReadAsync<T>(
        HttpRequest http,
        Func<JsonElement, RequestErrors, T?> read
    )
        where T : class => JsonBody.RefuseMediaType(http) is { } refused ? (null, refused) : await ReadBodyAsync(http, read);

    /// <summary>The body of a PATCH (RFC 7396).</summary>
    /// <param name="http">The request.</param>
    /// <param name="read">Reads the fields and complains about them; what it returns counts only when it did not complain.</param>
    public static async Task<(T? Patch, Problem? Refused)> ReadPatchAsync<T>(
        HttpRequest http,
        Func<JsonElement, RequestErrors, T?> read
    )
        where T : class => JsonBody.RefusePatchMediaType(http) is { } refused ? (null, refused) : await ReadBodyAsync(http, read);

    /// <summary>The answer to a body with complaints.</summary>
    public static Problem Invalid(RequestErrors errors) =>
        new(ErrorCodes.InvalidRequest, "Change the request as the errors say; nothing was done.") { Errors = errors };

    private static async Task<(T? Request, Problem? Refused)> ReadBodyAsync<T>(
        HttpRequest http,
        Func<JsonElement, RequestErrors, T?> read
    )
        where T : class
    {
        var (body, refused) = await JsonBody.ReadAsync(http);
        if (refused is not null)
            return (null, refused);
        body = WithoutBom(body);
        if (!Utf8.IsValid(body.Span))
            return (null, NotJson());

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var errors = new RequestErrors();
            var request = read(document.RootElement, errors);
            return errors.None ? (request, null) : (null, Invalid(errors));
        }
        catch (JsonException exception)
        {
            // Not JSON. The parser's own message may quote the body, so the caller gets ours.
            return (null, NotJson(exception));
        }
    }

    // RFC 8259: not to be written, and may be ignored by whoever reads.
    private static ReadOnlyMemory<byte> WithoutBom(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static Problem NotJson(JsonException? exception = null)
    {
        var errors = new RequestErrors();
        var place = exception is { LineNumber: { } line, BytePositionInLine: { } column }
            ? string.Create(CultureInfo.InvariantCulture, $" It is none at line {line + 1}, byte {column + 1}.")
            : "";
        errors.Add(
            "$",
            $"Send one JSON object in UTF-8, nested at most {MaxDepth} deep, without comments and trailing commas.{place}"
        );
        return Invalid(errors);
    }
}
