using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Json;

/// <summary>A JSON body with its status and, where there are any, headers. The metadata is passed explicitly: the worker's own JSON options are not ours.</summary>
internal sealed class JsonAnswer<T>(int status, T body, JsonTypeInfo<T> type) : IResult
{
    /// <summary>Status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>What the answer says.</summary>
    public T Body { get; } = body;

    /// <summary>Headers of this answer only.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        foreach (var (name, value) in Headers)
            httpContext.Response.Headers[name] = value;

        return JsonAnswer.WriteAsync(httpContext, Status, "application/json", Body, type);
    }
}

/// <summary>Writes JSON answers.</summary>
internal static class JsonAnswer
{
    /// <summary>A 200 with this body.</summary>
    public static JsonAnswer<T> Ok<T>(T body, JsonTypeInfo<T> type) => new(StatusCodes.Status200OK, body, type);

    /// <summary>Serializes first, so that an answer is either whole or not begun.</summary>
    public static async Task WriteAsync<T>(HttpContext http, int status, string mediaType, T body, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
