using System.Diagnostics;
using LocalFunctions;
using SampleApp;

namespace Functions.LocalRuntime.Tests.Hosting;

public sealed class SampleAppTests
{
    private const string Settings = """{ "Values": { "Sample__Greeting": "from the file" } }""";

    [Fact]
    public async Task the_entry_point_of_a_real_app_runs_in_process()
    {
        await using var host = await LocalHost.StartAsync(
            typeof(SampleFunctions).Assembly,
            new LocalHostOptions { Settings = new Dictionary<string, string?> { ["Sample__Greeting"] = "hello" } }
        );
        using var client = host.Client();

        (await client.GetStringAsync("api/Greeting")).ShouldBe("hello");
        (await host.StopAsync()).ShouldBe(0);
        host.Completion.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task local_settings_of_the_working_directory_become_environment_variables()
    {
        await using var sample = new SampleProcess(Settings);
        await sample.StartedAsync();

        (await sample.Client.GetStringAsync("api/Greeting")).ShouldBe("from the file");
        (await sample.Client.GetStringAsync("api/Variable")).ShouldBe("from the file");
    }

    [Fact]
    public async Task the_environment_wins_over_local_settings()
    {
        await using var sample = new SampleProcess(Settings, new() { ["Sample__Greeting"] = "from outside" });
        await sample.StartedAsync();

        (await sample.Client.GetStringAsync("api/Greeting")).ShouldBe("from outside");
    }

    [Fact]
    public async Task a_termination_signal_lets_running_requests_finish_and_exits_cleanly()
    {
        await using var sample = new SampleProcess(Settings);
        await sample.StartedAsync();
        using var response = await sample.Client.GetAsync("api/UntilStop", HttpCompletionOption.ResponseHeadersRead);

        await sample.TerminateAsync();

        (await response.Content.ReadAsStringAsync()).ShouldBe("running finished");
        (await sample.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task the_process_ends_when_the_process_that_it_watches_was_killed()
    {
        using var parent = Process.Start("sleep", ["600"]);
        await using var sample = new SampleProcess(Settings, new() { ["LOCALFUNCTIONS_PARENT_PID"] = $"{parent.Id}" });
        await sample.StartedAsync();

        parent.Kill();

        (await sample.ExitCodeAsync()).ShouldNotBe(0);
    }

    [Fact]
    public async Task the_process_does_not_outlive_a_parent_that_was_gone_before()
    {
        using var parent = Process.Start("true", []);
        await parent.WaitForExitAsync();

        await using var sample = new SampleProcess(Settings, new() { ["LOCALFUNCTIONS_PARENT_PID"] = $"{parent.Id}" });

        (await sample.ExitCodeAsync()).ShouldNotBe(0);
    }
}
