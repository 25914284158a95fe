using System.Reflection;
using System.Runtime.CompilerServices;
using Functions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Calls;
using PaymentGateway.Http.Notifications;
using PaymentGateway.Http.Operations;
using PaymentGateway.Http.Resolutions;
using PaymentGateway.Http.Routing;
using PaymentGateway.Http.Security;

namespace Functions.Tests.Routing;

public sealed class ConventionTests
{
    [Fact]
    public void every_http_function_asks_for_a_scope_or_is_listed_as_public()
    {
        var listed = FunctionAccess.Scopes.Keys.Concat(FunctionAccess.Public.Keys);

        FunctionMethods.Http.Select(FunctionMethods.NameOf).ShouldBe(listed, ignoreOrder: true);
    }

    [Fact]
    public void only_what_changes_nothing_asks_for_a_read_scope()
    {
        var wrong = FunctionAccess.Scopes.Where(scope =>
            ChangesSomething(FunctionMethods.Named(scope.Key)) == scope.Value.EndsWith(":read", StringComparison.Ordinal)
        );

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void every_post_but_the_callback_goes_a_way_that_takes_the_idempotency_key()
    {
        var posts = FunctionMethods.Http.Where(method => IsPost(method) && method.DeclaringType != typeof(ZzUnmatched));

        posts
            .Where(method =>
                !TakesInConstructor(method.DeclaringType!, typeof(OperationAcceptance))
                && !TakesInConstructor(method.DeclaringType!, typeof(OnceOnlyPosts))
                && !TakesInConstructor(method.DeclaringType!, typeof(PersonsWordPosts))
            )
            .Select(method => method.DeclaringType)
            .ShouldBe([typeof(ReceiveNotification)]);
    }

    [Fact]
    public void every_http_trigger_says_anonymous_and_its_methods_and_route()
    {
        // AuthLevel is Function unless it is said: a forgotten level would be a 401 of the host.
        var triggers = FunctionMethods.Http.Select(method => FunctionMethods.TriggerOf(method)!);

        triggers.ShouldAllBe(trigger =>
            trigger.AuthLevel == AuthorizationLevel.Anonymous && trigger.Methods!.Length > 0 && trigger.Route != null
        );
    }

    [Fact]
    public void every_function_is_called_like_its_class()
    {
        FunctionMethods.All.ShouldAllBe(method => FunctionMethods.NameOf(method) == method.DeclaringType!.Name);
    }

    [Fact]
    public void the_catch_all_sorts_last()
    {
        FunctionMethods
            .All.Select(FunctionMethods.NameOf)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Last()
            .ShouldBe(nameof(ZzUnmatched));
    }

    [Fact]
    public void no_two_routes_with_a_common_method_overlap()
    {
        var routes = FunctionMethods
            .Http.Where(method => method.DeclaringType != typeof(ZzUnmatched))
            .Select(method => FunctionMethods.TriggerOf(method)!)
            .SelectMany(trigger => trigger.Methods!.Select(verb => (verb, segments: trigger.Route!.Split('/'))))
            .ToList();

        var overlaps =
            from first in Enumerable.Range(0, routes.Count)
            from second in Enumerable.Range(first + 1, routes.Count - first - 1)
            where routes[first].verb == routes[second].verb && Overlap(routes[first].segments, routes[second].segments)
            select (routes[first], routes[second]);

        overlaps.ShouldBeEmpty();
    }

    [Fact]
    public void nothing_is_async_void()
    {
        var methods = typeof(RouteTable)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            );

        methods.ShouldNotContain(method =>
            method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() != null
        );
    }

    [Fact]
    public void no_type_reaches_storage_or_secrets_by_itself()
    {
        var taken = typeof(RouteTable)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType.FullName ?? "");

        taken.ShouldNotContain(name => name.StartsWith("Azure.", StringComparison.Ordinal));
    }

    [Fact]
    public void every_http_function_answers_a_result()
    {
        // Any other type would be a 200 with an empty body.
        FunctionMethods.Http.ShouldAllBe(method =>
            method.ReturnType == typeof(IResult) || method.ReturnType == typeof(Task<IResult>)
        );
    }

    private static bool ChangesSomething(MethodInfo method) =>
        FunctionMethods.TriggerOf(method)!.Methods!.Any(verb => verb is "post" or "patch" or "delete");

    private static bool IsPost(MethodInfo method) => FunctionMethods.TriggerOf(method)!.Methods!.Contains("post");

    private static bool TakesInConstructor(Type type, Type wanted) =>
        type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.ParameterType == wanted);

    private static bool Overlap(string[] first, string[] second) =>
        first.Length == second.Length
        && first
            .Zip(second)
            .All(pair =>
                pair.First.StartsWith('{')
                || pair.Second.StartsWith('{')
                || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)
            );
}
