using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Contract;

/// <summary>Writes a document with its headers; without content it is a 304.</summary>
internal sealed class PublicDocumentAnswer(string contentType, byte[]? content, IReadOnlyDictionary<string, string> headers)
    : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;

        response.StatusCode = content is null ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
        if (content is null)
            return;

        response.ContentType = contentType;
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
