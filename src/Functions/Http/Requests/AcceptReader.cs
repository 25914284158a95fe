using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace PaymentGateway.Http.Requests;

/// <summary>Which form the caller wants (header <c>Accept</c>, RFC 9110, section 12.5.1).</summary>
internal static class AcceptReader
{
    /// <summary>Whether CSV is preferred to JSON. Whoever asks for neither gets JSON.</summary>
    public static bool PrefersCsv(this HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).Accept;
        return QualityOf("text/csv", "text/*") > QualityOf("application/json", "*/*");

        double QualityOf(params string[] types) =>
            accepted
                .Where(one => types.Contains(one.MediaType.Value, StringComparer.OrdinalIgnoreCase))
                .Select(one => one.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();
    }
}
