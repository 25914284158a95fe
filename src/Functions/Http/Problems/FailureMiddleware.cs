using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Problems;

/// <summary>
/// The outermost middleware. An exception of an HTTP function becomes a problem; without it the host answers an empty 500. An exception of a queue or timer function goes on to
/// the host, which delivers the message again.
/// </summary>
internal sealed partial class FailureMiddleware(IOptions<PublicOptions> options, ILogger<FailureMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    private readonly string page = options.Value.ErrorPage();

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        RequestFrame.Open(http, page);
        try
        {
            await next(context);
        }
#pragma warning disable CA1031 // This is the one place that must not let anything through: a caller always gets a problem.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What the money did is in the ledger, whatever broke here: the same request with the same key finds it.
            context.GetInvocationResult().Value = IsOutage(exception)
                ? Unavailable(context, http, exception)
                : Bug(context, http, exception);
        }
    }

    private static bool IsOutage(Exception exception) =>
        exception is AggregateException many ? many.InnerExceptions.All(IsOutage) : Outage.OrTimeout(exception);
}
