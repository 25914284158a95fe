using Microsoft.Extensions.DependencyInjection;
using SampleApp;

namespace DevelopmentHosting.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Apps_with_different_settings_run_side_by_side()
    {
        await using var first = await Sample.StartWithAsync(new() { ["Shop__Name"] = "first" }, typeof(Greetings));
        await using var second = await Sample.StartWithAsync(new() { ["Shop:Name"] = "second" }, typeof(Greetings));
        using var firstClient = first.Client();
        using var secondClient = second.Client();

        first.Address.ShouldNotBe(second.Address);
        (await firstClient.GetStringAsync("api/settings/Shop:Name")).ShouldBe("first");
        (await secondClient.GetStringAsync("api/settings/Shop:Name")).ShouldBe("second");
    }

    [Fact]
    public async Task The_environment_wins_over_settings_and_those_over_the_command_line()
    {
        Environment.SetEnvironmentVariable("StartTests__A", "environment");
        await using var host = await Sample.RunAsync(
            new DevelopmentHostOptions
            {
                Settings = new Dictionary<string, string?> { ["StartTests__A"] = "settings", ["StartTests__B"] = "settings" },
                Args = ["--StartTests:B=arguments", "--StartTests:C=arguments"],
                FunctionClasses = [typeof(Greetings)],
            }
        );
        using var client = host.Client();

        (await client.GetStringAsync("api/settings/StartTests:A")).ShouldBe("environment");
        (await client.GetStringAsync("api/settings/StartTests:B")).ShouldBe("settings");
        (await client.GetStringAsync("api/settings/StartTests:C")).ShouldBe("arguments");
    }

    [Fact]
    public async Task Services_are_replaced_after_the_app_registered_its_own()
    {
        var notebook = new Notebook();
        await using var host = await Sample.RunAsync(
            new DevelopmentHostOptions { ConfigureServices = services => services.AddSingleton(notebook), FunctionClasses = [] }
        );

        host.Notebook().ShouldBeSameAs(notebook);
    }

    [Fact]
    public async Task An_app_that_ends_before_its_host_starts_is_reported()
    {
        var starting = () => Sample.StartWithAsync(new Dictionary<string, string?> { ["Sample__ExitCode"] = "3" });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("exit code 3");
    }

    [Fact]
    public async Task What_the_program_throws_reaches_whoever_starts_it()
    {
        var starting = () => Sample.StartWithAsync(new Dictionary<string, string?> { ["Sample__Fails"] = "on purpose" });

        (await starting.ShouldThrowAsync<InvalidTimeZoneException>()).Message.ShouldBe("on purpose");
    }

    [Fact]
    public async Task What_a_starting_service_throws_reaches_whoever_starts_it()
    {
        var starting = () =>
            Sample.RunAsync(new DevelopmentHostOptions { ConfigureServices = services => services.AddHostedService<Failing>() });

        (await starting.ShouldThrowAsync<InvalidTimeZoneException>()).Message.ShouldBe("too early");
    }

    [Fact]
    public async Task A_stop_ends_the_entry_point()
    {
        await using var host = await Sample.StartAsync(typeof(Greetings));

        await host.StopAsync();

        (await host.Completion).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_thousand_first_requests_to_fifty_fresh_apps_none_fails()
    {
        // The worker is ready before its HTTP server listens: the first requests must not fall between.
        var answers = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 50),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (_, _) =>
            {
                await using var host = await Sample.StartAsync(typeof(Answers));
                using var client = host.Client();
                var texts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetStringAsync("api/Minimal")));
                Interlocked.Add(ref answers, texts.Count(text => text == "written"));
            }
        );

        answers.ShouldBe(1000);
    }

    private sealed class Failing : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidTimeZoneException("too early");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
