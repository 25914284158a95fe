using DevelopmentHosting.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;

namespace DevelopmentHosting.Http;

/// <summary>
/// The addresses of all HTTP functions, in the order of the functions' names: the first that fits an address and a method wins, however exactly a later one would fit.
/// </summary>
internal sealed class FunctionRoutes : IRouter
{
    private readonly RouteCollection _routes = new();

    /// <summary>Takes the functions that HTTP sets off.</summary>
    /// <exception cref="InvalidOperationException">A route cannot be read.</exception>
    public FunctionRoutes(IEnumerable<Function> functions, string prefix, IInlineConstraintResolver constraints)
    {
        foreach (var function in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (function.Trigger is HttpTrigger trigger)
                _routes.Add(Read(function, trigger, prefix, constraints));
        }
    }

    /// <summary>The function that a request is for and the values in its address; null when there is none.</summary>
    public async Task<(Function Function, RouteValueDictionary Values)?> FindAsync(HttpContext http)
    {
        var found = new RouteContext(http);
        await _routes.RouteAsync(found);
        return found.Handler is null ? null : ((Function)found.RouteData.DataTokens[nameof(Function)]!, found.RouteData.Values);
    }

    Task IRouter.RouteAsync(RouteContext context)
    {
        context.Handler = _ => Task.CompletedTask;
        return Task.CompletedTask;
    }

    VirtualPathData? IRouter.GetVirtualPath(VirtualPathContext context) => null;

    private Route Read(Function function, HttpTrigger trigger, string prefix, IInlineConstraintResolver constraints)
    {
        var template = $"{prefix.Trim('/')}/{trigger.Route ?? function.Name}".Trim('/');
        var methods = new Dictionary<string, object>(StringComparer.Ordinal);
        if (trigger.Methods.Count > 0)
            methods["httpMethod"] = new HttpMethodRouteConstraint([.. trigger.Methods]);
        return new Route(
            this,
            function.Name,
            template,
            defaults: null,
            methods,
            new RouteValueDictionary { [nameof(Function)] = function },
            constraints
        );
    }
}
