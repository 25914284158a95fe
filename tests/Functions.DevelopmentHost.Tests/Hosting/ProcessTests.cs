using System.Net;
using SampleApp;

namespace DevelopmentHosting.Tests.Hosting;

/// <summary>An app as a process of its own, as a published one is served.</summary>
public sealed class ProcessTests
{
    private static readonly string App = typeof(Notebook).Assembly.Location;

    [Fact]
    public async Task It_is_served_with_its_settings_and_ends_when_the_host_stops()
    {
        await using var host = await StartAsync(new() { ["Shop:Name"] = "another process" });
        using var client = host.Client();

        (await client.GetStringAsync("api/settings/Shop:Name")).ShouldBe("another process");
        await host.StopAsync();

        (await host.Completion).ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => host.Services);
    }

    [Fact]
    public async Task One_that_ends_before_its_worker_is_ready_is_reported()
    {
        var starting = () => StartAsync(new() { ["Sample__ExitCode"] = "3" });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("exit code 3");
    }

    [Fact]
    public async Task What_it_leaves_unanswered_when_it_dies_is_an_empty_500()
    {
        await using var host = await StartAsync([]);
        using var client = host.Client();

        using var response = await client.GetAsync("api/Dies");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        (await host.Completion).ShouldBe(9);
    }

    private static Task<DevelopmentHost> StartAsync(Dictionary<string, string?> settings) =>
        DevelopmentHost.StartProcessAsync(
            App,
            new DevelopmentHostOptions
            {
                Settings = new Dictionary<string, string?>(settings) { ["Logging__LogLevel__Default"] = "None" },
                FunctionClasses = [typeof(Greetings), typeof(Dying)],
            },
            TestContext.Current.CancellationToken
        );
}
