using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Which form the caller wants (header <c>Accept</c>): CSV where it is preferred to JSON, else JSON.</summary>
internal static class ReportForm
{
    private static readonly JsonReportWriter Json = new();
    private static readonly CsvReportWriter Csv = new();

    public static IReportWriter Of(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).Accept;
        return QualityOf("text/csv", "text/*") > QualityOf("application/json", "*/*") ? Csv : Json;

        double QualityOf(params string[] types) =>
            accepted
                .Where(one => types.Contains(one.MediaType.Value, StringComparer.OrdinalIgnoreCase))
                .Select(one => one.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();
    }
}
