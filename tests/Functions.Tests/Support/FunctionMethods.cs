using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Routing;

namespace Functions.Tests.Support;

/// <summary>The app's functions, by reflection.</summary>
internal static class FunctionMethods
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(RouteTable)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            )
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static IReadOnlyList<MethodInfo> Http { get; } = [.. All.Where(method => TriggerOf(method) is not null)];

    public static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    public static MethodInfo Named(string name) => All.Single(method => NameOf(method) == name);

    public static HttpTriggerAttribute? TriggerOf(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(trigger => trigger is not null);
}
