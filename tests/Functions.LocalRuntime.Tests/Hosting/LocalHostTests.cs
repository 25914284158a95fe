using LocalFunctions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Functions.LocalRuntime.Tests.Hosting;

public sealed class LocalHostTests
{
    [Fact]
    public async Task apps_with_different_settings_run_side_by_side()
    {
        await using var first = await StartAsync(new() { ["Shop__Name"] = "first" });
        await using var second = await StartAsync(new() { ["Shop:Name"] = "second" });
        using var firstClient = first.Client();
        using var secondClient = second.Client();

        first.Address.ShouldNotBe(second.Address);
        (await firstClient.GetStringAsync("api/settings/Shop:Name")).ShouldBe("first");
        (await secondClient.GetStringAsync("api/settings/Shop:Name")).ShouldBe("second");
    }

    [Fact]
    public async Task settings_win_over_the_command_line_and_that_over_the_environment()
    {
        Environment.SetEnvironmentVariable("LocalHostTests__A", "environment");
        Environment.SetEnvironmentVariable("LocalHostTests__B", "environment");
        Environment.SetEnvironmentVariable("LocalHostTests__C", "environment");
        await using var host = await TestApp.StartAsync(
            [typeof(Target)],
            settings: new() { ["LocalHostTests__A"] = "settings" },
            args: ["--LocalHostTests:A=arguments", "--LocalHostTests:B=arguments"]
        );
        var settings = host.Services.GetRequiredService<IConfiguration>().GetSection("LocalHostTests");

        new[] { settings["A"], settings["B"], settings["C"] }.ShouldBe(["settings", "arguments", "environment"]);
    }

    [Fact]
    public async Task services_are_replaced_after_the_app_registered_its_own()
    {
        await using var host = await TestApp.StartAsync(
            [typeof(Target)],
            builder => builder.ConfigureFunctionsWebApplication().Services.AddSingleton(new Word("the app's")),
            replace: services => services.AddSingleton(new Word("the test's"))
        );

        host.Services.GetRequiredService<Word>().Text.ShouldBe("the test's");
    }

    [Fact]
    public async Task the_entry_point_of_an_assembly_that_starts_no_host_is_reported()
    {
        var starting = () => LocalHost.StartAsync(typeof(TestApp).Assembly, _ => 3, new LocalHostOptions());

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("exit code 3");
    }

    [Fact]
    public async Task an_error_of_the_program_reaches_whoever_starts_it()
    {
        var starting = () => TestApp.StartAsync([typeof(Target)], _ => throw new InvalidTimeZoneException("on purpose"));

        await starting.ShouldThrowAsync<InvalidTimeZoneException>();
    }

    [Fact]
    public async Task a_stop_tells_the_app_first_and_lets_running_requests_finish()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        var gate = host.Services.GetRequiredService<Gate>();
        var request = client.GetStringAsync("api/waits");
        await gate.Entered.Task;

        var stopping = host.StopAsync();
        await gate.Stopping.Task;
        request.IsCompleted.ShouldBeFalse();
        gate.Leave.SetResult();

        (await request).ShouldBe("finished");
        (await stopping).ShouldBe(0);
    }

    [Fact]
    public async Task a_request_that_outlives_the_grace_is_cancelled()
    {
        await using var host = await StartAsync(new() { ["LocalRuntime__ShutdownGrace"] = "00:00:00.3" });
        using var client = host.Client();
        var gate = host.Services.GetRequiredService<Gate>();
        var request = client.GetStringAsync("api/waits");
        await gate.Entered.Task;

        await host.StopAsync();

        (await request).ShouldBe("cancelled");
    }

    [Fact]
    public async Task values_of_host_json_come_from_the_folder_of_the_app()
    {
        await using var host = await StartAsync();
        var hostJson = host.Services.GetRequiredService<LocalFunctions.Hosting.HostJson>();

        hostJson.RoutePrefix.ShouldBe("api");
        hostJson.QueueNumber("batchSize", 16).ShouldBe(8);
        hostJson.QueueTime("visibilityTimeout", TimeSpan.Zero).ShouldBe(TimeSpan.FromSeconds(30));
    }

    private static Task<LocalHost> StartAsync(Dictionary<string, string?>? settings = null) =>
        TestApp.StartAsync(
            [typeof(Target)],
            builder => builder.ConfigureFunctionsWebApplication().Services.AddSingleton<Gate>(),
            settings
        );

    internal sealed record Word(string Text);

    internal sealed class Gate
    {
        public Gate(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(() => Stopping.TrySetResult());

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Stopping { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Leave { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class Target(IServiceProvider services)
    {
        [Function("Settings")]
        public IResult Settings([HttpTrigger("get", Route = "settings/{name}")] HttpRequest request, string name) =>
            Results.Text(services.GetRequiredService<IConfiguration>()[name]);

        [Function("Waits")]
        public async Task<IResult> Waits(
            [HttpTrigger("get", Route = "waits")] HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            var gate = services.GetRequiredService<Gate>();
            gate.Entered.TrySetResult();
            try
            {
                await gate.Leave.Task.WaitAsync(cancellationToken);
                return Results.Text("finished");
            }
            catch (OperationCanceledException)
            {
                return Results.Text("cancelled");
            }
        }
    }
}
