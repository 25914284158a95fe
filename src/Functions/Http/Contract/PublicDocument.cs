using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Contract;

/// <summary>A document that is the same for every caller until the app is replaced: caches may keep it, and ask with its ETag whether it is still the same.</summary>
/// <param name="contentType">Its media type.</param>
/// <param name="content">All of it.</param>
internal sealed class PublicDocument(string contentType, byte[] content)
{
    private const string CacheControl = "public, max-age=300";

    private readonly string etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"";

    /// <summary>Headers that only this document has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The document, or a 304 when the caller has it.</summary>
    public IResult AnswerTo(HttpRequest request) =>
        new PublicDocumentAnswer(
            contentType,
            request.Headers.IfNoneMatch.Any(IsCurrent) ? null : content,
            new Dictionary<string, string>(Headers) { ["ETag"] = etag, ["Cache-Control"] = CacheControl }
        );

    // RFC 9110, section 13.1.2: a list of tags, compared without their weakness, or any.
    private bool IsCurrent(string? tags) =>
        tags is not null
        && tags.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag == etag || tag == $"W/{etag}");
}
