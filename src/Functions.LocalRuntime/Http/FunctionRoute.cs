using LocalFunctions.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace LocalFunctions.Http;

/// <summary>
/// The address of one HTTP function, matched with the same route engine as the host: on the path as the server decoded it once,
/// so <c>%2F</c> stays as it is.
/// </summary>
internal sealed class FunctionRoute
{
    private readonly TemplateMatcher _matcher;
    private readonly (string Name, IRouteConstraint Constraint)[] _constraints;
    private readonly string[]? _methods;

    public FunctionRoute(FunctionEntry function, string prefix, IInlineConstraintResolver constraints)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var template = TemplateParser.Parse($"{prefix.Trim('/')}/{trigger.Route ?? function.Name}".Trim('/'));
        _matcher = new TemplateMatcher(template, Defaults(template));
        _constraints =
        [
            .. from parameter in template.Parameters
            from inline in parameter.InlineConstraints
            select (parameter.Name!, Resolve(constraints, inline.Constraint, function)),
        ];
        _methods = trigger.Methods is { Length: > 0 } methods ? methods : null;
        Function = function;
    }

    public FunctionEntry Function { get; }

    public bool TryMatch(HttpContext httpContext)
    {
        var values = new RouteValueDictionary();
        var matches =
            (_methods is null || _methods.Contains(httpContext.Request.Method, StringComparer.OrdinalIgnoreCase))
            && _matcher.TryMatch(httpContext.Request.Path, values)
            && Array.TrueForAll(
                _constraints,
                each => each.Constraint.Match(httpContext, null, each.Name, values, RouteDirection.IncomingRequest)
            );
        if (matches)
            httpContext.Request.RouteValues = values;
        return matches;
    }

    private static RouteValueDictionary Defaults(RouteTemplate template)
    {
        var defaults = new RouteValueDictionary();
        foreach (var parameter in template.Parameters.Where(parameter => parameter.DefaultValue is not null))
            defaults[parameter.Name!] = parameter.DefaultValue;
        return defaults;
    }

    private static IRouteConstraint Resolve(IInlineConstraintResolver constraints, string text, FunctionEntry function) =>
        constraints.ResolveConstraint(text)
        ?? throw new InvalidOperationException($"Function '{function.Name}': unknown route constraint '{text}'.");
}
