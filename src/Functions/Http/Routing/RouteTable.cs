using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Routing;

/// <summary>Which methods which addresses have, read from the functions themselves.</summary>
public sealed class RouteTable
{
    private readonly (string[] Segments, string[] Methods)[] routes =
    [
        .. typeof(RouteTable)
            .Assembly.GetTypes()
            .Where(type => type != typeof(ZzUnmatched))
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            )
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .Select(trigger => (Segments(trigger.Route), trigger.Methods ?? [])),
    ];

    /// <summary>The methods of an address in upper case, without the prefix <c>api/</c>; none when there is nothing.</summary>
    internal IReadOnlyList<string> MethodsOf(string path)
    {
        var segments = Segments(path);
        return
        [
            .. routes
                .Where(route => Matches(route.Segments, segments))
                .SelectMany(route => route.Methods)
                .Select(method => method.ToUpperInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    // A slash at the end does not count, one too many in between does: so the Functions host compares.
    private static string[] Segments(string? path) => (path ?? "").TrimEnd('/').Split('/');

    private static bool Matches(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : IsSame(pair.First, pair.Second));

    // As the Functions host compares.
    private static bool IsSame(string literal, string segment) =>
        string.Equals(literal, segment, StringComparison.OrdinalIgnoreCase);
}
