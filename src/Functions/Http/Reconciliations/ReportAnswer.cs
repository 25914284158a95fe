using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentOperations.Reconciliation;

namespace PaymentGateway.Http.Reconciliations;

/// <summary>A report, written line by line as it is read from storage: however long it is, little of it is in memory.</summary>
/// <param name="run">The reconciliation.</param>
/// <param name="lines">Its lines; null while it runs.</param>
/// <param name="writer">How they are written.</param>
internal sealed class ReportAnswer(ReconciliationRun run, IAsyncEnumerable<ReportLine>? lines, IReportWriter writer) : IResult
{
    private const string ComeBackSeconds = "10";

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = lines is null ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        response.ContentType = writer.MediaType;
        response.Headers.Vary = "Accept";
        response.Headers.CacheControl = "no-store";
        if (lines is null)
            response.Headers.RetryAfter = ComeBackSeconds;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await StreamedBody.WriteAsync(
                httpContext,
                (body, cancellationToken) => writer.WriteAsync(body, run, lines ?? None(), cancellationToken)
            );
    }

    private static async IAsyncEnumerable<ReportLine> None()
    {
        await Task.CompletedTask;
        yield break;
    }
}
