using Microsoft.AspNetCore.Http;

namespace PaymentGateway.Http.Routing;

/// <summary>A 204 that names the methods of an address.</summary>
internal sealed class OptionsAnswer(string allow) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        httpContext.Response.Headers.Allow = allow;
        return Task.CompletedTask;
    }
}
