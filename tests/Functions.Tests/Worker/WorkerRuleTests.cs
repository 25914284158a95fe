using System.Reflection;
using System.Text.Json;
using Functions.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using NCrontab;
using PaymentGateway.Http.Routing;
using PaymentGateway.Timers;

namespace Functions.Tests.Worker;

/// <summary>What the worker and its host ask of an app. Rules about routes, names and results are in ConventionTests.</summary>
public sealed class WorkerRuleTests
{
    private static readonly Type[] Types = typeof(RouteTable).Assembly.GetTypes();

    [Fact]
    public void function_names_are_unique_whatever_their_case() =>
        FunctionMethods.All.Select(FunctionMethods.NameOf).ShouldBeUnique(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void a_function_has_one_trigger()
    {
        FunctionMethods.All.Count.ShouldBeGreaterThan(10);
        FunctionMethods.All.ShouldAllBe(method => Triggers(method).Count() == 1);
    }

    [Fact]
    public void nothing_asks_for_a_retry_policy()
    {
        // AZFW0012 on queue and HTTP functions; and a sweep that failed comes again in a minute anyway.
        FunctionMethods.All.ShouldAllBe(method =>
            !method.GetCustomAttributes().Any(attribute => attribute.GetType().Name.EndsWith("RetryAttribute"))
        );
        foreach (var (_, source) in Repository.Sources("src", "Functions"))
            source.ShouldNotContain("RetryAttribute");
    }

    [Fact]
    public void middleware_that_needs_the_request_comes_after_the_web_application()
    {
        var program = Repository.Read("src", "Functions", "Program.cs");

        var web = program.IndexOf("ConfigureFunctionsWebApplication()", StringComparison.Ordinal);
        web.ShouldBeGreaterThan(0);
        program.IndexOf("UseHttpSurface()", StringComparison.Ordinal).ShouldBeGreaterThan(web);
        program.IndexOf("UseMiddleware", StringComparison.Ordinal).ShouldBe(-1);
    }

    [Fact]
    public async Task middleware_takes_only_singletons()
    {
        // The worker makes it once: what is scoped has to come from the context.
        await using var app = await TestApp.StartAsync();
        var middleware = Types.Where(type => type.IsAssignableTo(typeof(IFunctionsWorkerMiddleware))).ToList();
        var taken = middleware.SelectMany(type => type.GetConstructors()).SelectMany(constructor => constructor.GetParameters());

        middleware.Count.ShouldBeGreaterThan(1);
        taken.ShouldAllBe(parameter => app.LifetimeOf(parameter.ParameterType) == ServiceLifetime.Singleton);
    }

    [Fact]
    public void function_classes_are_public()
    {
        // The executor that the Sdk generates calls public classes itself; others it calls by reflection, which wraps what they throw.
        FunctionMethods.All.ShouldAllBe(method => method.DeclaringType!.IsPublic);
    }

    [Fact]
    public void the_timers_schedule_is_a_setting_with_seconds()
    {
        TimerOf(nameof(Sweep)).Schedule.ShouldBe("%SweepSchedule%");
        TimerOf(nameof(CollectPoison)).Schedule.ShouldBe("%SweepSchedule%");
        CrontabSchedule.TryParse(SampleSettings.With()["SweepSchedule"]!, new() { IncludingSeconds = true }).ShouldNotBeNull();
    }

    [Fact]
    public void reconciliations_are_looked_after_every_five_minutes()
    {
        var schedule = CrontabSchedule.Parse(TimerOf(nameof(Reconcile)).Schedule, new() { IncludingSeconds = true });
        var first = schedule.GetNextOccurrence(new DateTime(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc));

        (schedule.GetNextOccurrence(first) - first).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void no_timer_runs_at_start() =>
        FunctionMethods.All.SelectMany(Triggers).OfType<TimerTriggerAttribute>().ShouldAllBe(trigger => !trigger.RunOnStartup);

    [Fact]
    public void the_program_is_short() =>
        Repository.Read("src", "Functions", "Program.cs").Split('\n').Length.ShouldBeLessThanOrEqualTo(26);

    [Fact]
    public void the_host_is_told_what_the_ledger_counts_on()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");

        host.RootElement.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        // What the app logs is its own affair; an idle host says little.
        host.RootElement.GetProperty("logging").GetProperty("logLevel").GetProperty("default").GetString().ShouldBe("Warning");
        host.RootElement.GetProperty("functionTimeout").GetString().ShouldBe("00:05:00");
        host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("api");
        queues.GetProperty("batchSize").GetInt32().ShouldBe(8);
        queues.GetProperty("newBatchThreshold").GetInt32().ShouldBe(4);
        queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(5);
        queues.GetProperty("visibilityTimeout").GetString().ShouldBe("00:00:30");
        queues.GetProperty("messageEncoding").GetString().ShouldBe("base64");
    }

    private static TimerTriggerAttribute TimerOf(string function) =>
        Triggers(FunctionMethods.Named(function)).OfType<TimerTriggerAttribute>().ShouldHaveSingleItem();

    private static IEnumerable<Attribute> Triggers(MethodInfo method) =>
        method
            .GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Where(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
}
