using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Json;

/// <summary>A 204: it is done, and there is nothing to show.</summary>
internal sealed class NoContentAnswer : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
