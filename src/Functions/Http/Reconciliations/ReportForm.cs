using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>Which form the caller wants (header <c>Accept</c>): CSV where it is preferred to JSON, else JSON.</summary>
internal static class ReportForm
{
    private static readonly JsonReportWriter Json = new();
    private static readonly CsvReportWriter Csv = new();

    public static IReportWriter Of(HttpRequest request) => request.PrefersCsv() ? Csv : Json;
}
