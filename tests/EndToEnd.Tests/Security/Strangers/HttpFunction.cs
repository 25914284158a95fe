using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Routing;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>An HTTP function as the app's own attributes describe it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Route">Its address, without the prefix <c>/api</c>.</param>
/// <param name="Methods">Its methods, in lower case.</param>
internal sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods)
{
    /// <summary>All of the app.</summary>
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(RouteTable).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let trigger = method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .SingleOrDefault()
        where function is not null && trigger is not null
        orderby function.Name
        select new HttpFunction(function.Name, trigger.Route!, trigger.Methods ?? []),
    ];

    public static HttpFunction Of(string name) => All.Single(function => function.Name == name);

    /// <summary>Whether its address names a merchant.</summary>
    public bool IsOfMerchant => Route.Contains("{merchantId}", StringComparison.Ordinal);

    /// <summary>Whether what GET answers can be asked for with HEAD, too.</summary>
    public bool HasHead => Methods.Contains("head", StringComparer.OrdinalIgnoreCase);
}
