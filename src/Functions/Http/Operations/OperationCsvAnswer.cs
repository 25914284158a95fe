using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>All pages of a list as CSV, each written before the next is read: however long the list is, one page of it is in memory.</summary>
/// <param name="first">The first page.</param>
/// <param name="read">Reads a page by its cursor.</param>
internal sealed class OperationCsvAnswer(OperationPage first, Func<string?, Task<OperationPage>> read) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = OperationCsv.MediaType;
        response.Headers.Vary = "Accept";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : StreamedBody.WriteAsync(
                httpContext,
                (body, cancellationToken) => OperationCsv.WriteAsync(body, ItemsAsync(), cancellationToken)
            );
    }

    private async IAsyncEnumerable<OperationBody> ItemsAsync()
    {
        for (var page = first; ; page = await read(page.NextCursor))
        {
            foreach (var operation in page.Items)
                yield return OperationBody.InList(operation);
            if (page.NextCursor is null)
                yield break;
        }
    }
}
