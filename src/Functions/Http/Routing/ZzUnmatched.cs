using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Routing;

/// <summary>
/// Answers what no other function takes; without it the host's answer is an empty 404. The host tries functions in the order of their names, so this name must be the last.
/// </summary>
public sealed class ZzUnmatched(RouteTable routes)
{
    [Function(nameof(ZzUnmatched))]
    public IResult Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            "trace",
            Route = "{*path}"
        )]
            HttpRequest request
    )
    {
        var methods = routes.MethodsOf(request.RouteValues["path"] as string ?? "");
        if (methods.Count == 0)
            return new Problem(ErrorCodes.RouteNotFound, "Check the address: this API has nothing there.");

        var allow = string.Join(", ", methods.Append(HttpMethods.Options));
        return HttpMethods.IsOptions(request.Method)
            ? new OptionsAnswer(allow)
            : new Problem(ErrorCodes.MethodNotAllowed, $"Use one of the methods of this address: {allow}.") { Allow = allow };
    }
}
