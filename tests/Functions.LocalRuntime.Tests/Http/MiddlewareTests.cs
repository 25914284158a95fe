using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Functions.LocalRuntime.Tests.Http;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task only_middleware_added_after_the_web_application_sees_the_http_context_on_the_way_in()
    {
        var seen = new List<string>();
        await using var host = await TestApp.StartAsync(
            [typeof(Target)],
            builder =>
            {
                builder.UseMiddleware(Note("before"));
                builder.ConfigureFunctionsWebApplication();
                builder.UseMiddleware(Note("after"));
            }
        );
        using var client = host.Client();

        await client.GetStringAsync("api/Echo");

        seen.ShouldBe(["before in: False", "after in: True", "after out: True", "before out: True"]);

        Func<FunctionContext, Func<Task>, Task> Note(string name) =>
            async (context, next) =>
            {
                seen.Add($"{name} in: {context.GetHttpContext() is not null}");
                await next();
                seen.Add($"{name} out: {context.GetHttpContext() is not null}");
            };
    }

    [Fact]
    public async Task a_middleware_class_is_one_instance_for_all_invocations()
    {
        await using var host = await Web(builder => builder.UseMiddleware<Counting>());
        using var client = host.Client();

        await client.GetStringAsync("api/Echo");
        await client.GetStringAsync("api/Echo");

        host.Services.GetRequiredService<Counting>().Invocations.ShouldBe(2);
    }

    [Fact]
    public async Task conditional_middleware_runs_only_where_its_condition_holds()
    {
        await using var host = await Web(builder =>
        {
            builder.UseWhen<Counting>(context => context.FunctionDefinition.Name == "Other");
            builder.UseWhen(
                context => context.FunctionDefinition.Name == "Echo",
                (context, next) =>
                {
                    context.GetHttpContext()!.Response.Headers["X-Inline"] = "yes";
                    return next();
                }
            );
        });
        using var client = host.Client();

        using var echo = await client.GetAsync("api/Echo");
        using var other = await client.GetAsync("api/Other");

        host.Services.GetRequiredService<Counting>().Invocations.ShouldBe(1);
        echo.Headers.Contains("X-Inline").ShouldBeTrue();
        other.Headers.Contains("X-Inline").ShouldBeFalse();
    }

    [Fact]
    public async Task middleware_may_answer_without_calling_the_function()
    {
        await using var host = await Inline(
            (context, _) =>
            {
                context.GetInvocationResult().Value = new ObjectResult("no") { StatusCode = 403 };
                return Task.CompletedTask;
            }
        );
        using var client = host.Client();

        using var response = await client.GetAsync("api/Fails");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldBe("no");
    }

    [Fact]
    public async Task middleware_may_replace_the_result_after_catching_the_functions_own_exception()
    {
        await using var host = await Inline(
            async (context, next) =>
            {
                try
                {
                    await next();
                }
                catch (InvalidTimeZoneException failure)
                {
                    context.GetInvocationResult().Value = Results.Text(failure.Message, statusCode: 418);
                }
            }
        );
        using var client = host.Client();

        using var response = await client.GetAsync("api/Fails");

        ((int)response.StatusCode).ShouldBe(418);
        (await response.Content.ReadAsStringAsync()).ShouldBe("on purpose");
    }

    [Fact]
    public async Task the_result_is_executed_after_the_middleware_returned()
    {
        await using var host = await Inline(
            async (context, next) =>
            {
                await next();
                var http = context.GetHttpContext()!;
                http.Response.Headers["X-Started"] = $"{http.Response.HasStarted}";
                http.Response.Headers["X-Result"] = context.GetInvocationResult<IResult>().Value!.GetType().Name;
            }
        );
        using var client = host.Client();

        using var response = await client.GetAsync("api/Echo");

        response.Headers.GetValues("X-Started").ShouldBe(["False"]);
        response.Headers.GetValues("X-Result").ShouldBe(["ContentHttpResult"], Case.Insensitive);
        (await response.Content.ReadAsStringAsync()).ShouldBe("echo");
    }

    [Fact]
    public async Task an_escaped_exception_is_an_empty_500_that_keeps_the_headers_of_middleware()
    {
        await using var host = await Inline(
            (context, next) =>
            {
                context.GetHttpContext()!.Response.Headers["X-Request-Id"] = "r-1";
                return next();
            }
        );
        using var client = host.Client();

        using var response = await client.GetAsync("api/Fails");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Headers.GetValues("X-Request-Id").ShouldBe(["r-1"]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task http_functions_need_the_web_application()
    {
        var starting = () => TestApp.StartAsync([typeof(Target)], _ => { });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("ConfigureFunctionsWebApplication");
    }

    private static Task<LocalFunctions.LocalHost> Web(Action<FunctionsApplicationBuilder> more) =>
        TestApp.StartAsync([typeof(Target)], builder => more(builder.ConfigureFunctionsWebApplication()));

    private static Task<LocalFunctions.LocalHost> Inline(Func<FunctionContext, Func<Task>, Task> middleware) =>
        Web(builder => builder.UseMiddleware(middleware));

    internal sealed class Counting : IFunctionsWorkerMiddleware
    {
        public int Invocations { get; private set; }

        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            Invocations++;
            return next(context);
        }
    }

    internal sealed class Target
    {
        [Function("Echo")]
        public IResult Echo([HttpTrigger("get")] HttpRequest request) => Results.Text("echo");

        [Function("Other")]
        public IResult Other([HttpTrigger("get")] HttpRequest request) => Results.Text("other");

        [Function("Fails")]
        public IResult Fails([HttpTrigger("get")] HttpRequest request) => throw new InvalidTimeZoneException("on purpose");
    }
}
