using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;

namespace PaymentGateway.Http.Contract;

/// <summary>A document that is the same for every caller until the app is replaced: caches may keep it, and ask with its ETag whether it is still the same.</summary>
/// <param name="contentType">Its media type.</param>
/// <param name="content">All of it.</param>
internal sealed class PublicDocument(string contentType, byte[] content)
{
    private const string CacheControl = "public, max-age=300";

    private readonly string etag = EntityTag.Of(content);

    /// <summary>Headers that only this document has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The document, or a 304 when the caller has it.</summary>
    public IResult AnswerTo(HttpRequest request) =>
        new PublicDocumentAnswer(
            contentType,
            EntityTag.IsHeldBy(request, etag) ? null : content,
            new Dictionary<string, string>(Headers) { ["ETag"] = etag, ["Cache-Control"] = CacheControl }
        );
}
