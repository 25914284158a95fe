using Microsoft.Extensions.DependencyInjection;
using SampleApp;
using Testing;

namespace DevelopmentHosting.Tests.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 30, TimeSpan.Zero);

    private readonly SteppingTime _time = new(Start);
    private readonly Notebook _notebook = new();

    [Fact]
    public async Task A_cron_schedule_runs_when_it_is_due_and_not_before()
    {
        await using var host = await StartAsync<EveryMinute>();

        await _time.SecondsAsync(29);
        _notebook.Seen.ShouldBeEmpty();

        await UntilRunsAsync(1);
        _notebook.Seen.Single().ShouldStartWith("10:01:00 ");
    }

    [Fact]
    public async Task A_schedule_counts_from_the_start_however_late_a_busy_machine_comes_to_wait_for_it()
    {
        await using var host = await StartAsync<EveryMinute>();

        _time.Advance(TimeSpan.FromSeconds(35));

        await Eventually.IsTrueAsync(() => _notebook.Seen.Count == 1);
        _notebook.Seen.Single().ShouldStartWith("10:01:05 ");
    }

    [Fact]
    public async Task A_time_span_is_a_schedule_too()
    {
        await using var host = await StartAsync<EveryTenSeconds>();

        await UntilRunsAsync(2);

        _notebook.Seen.Select(line => line[..8]).ShouldBe(["10:00:40", "10:00:50"]);
    }

    [Fact]
    public async Task A_schedule_may_be_a_setting()
    {
        await using var host = await StartAsync<ByASetting>(new() { ["Sample__Schedule"] = "*/5 * * * * *" });

        await UntilRunsAsync(1);

        _notebook.Seen.First().ShouldStartWith("10:00:35 ");
    }

    [Fact]
    public async Task A_timer_above_a_minute_knows_its_last_and_next_run()
    {
        await using var host = await StartAsync<EveryMinute>();

        await UntilRunsAsync(2);

        _notebook
            .Seen.Last()
            .ShouldBe(
                """10:02:00 {"Last":"2026-11-23T10:01:00Z","Next":"2026-11-23T10:03:00Z","LastUpdated":"2026-11-23T10:01:00Z"} False"""
            );
    }

    [Fact]
    public async Task A_timer_under_a_minute_has_no_schedule_status()
    {
        await using var host = await StartAsync<EveryTenSeconds>();

        await UntilRunsAsync(1);

        _notebook.Seen.First().ShouldBe("10:00:40 null False");
    }

    [Fact]
    public async Task A_timer_may_run_on_startup()
    {
        await using var host = await StartAsync<OnStartup>();

        await Eventually.IsTrueAsync(() => _notebook.Seen.Count == 1);

        _notebook.Seen.Single().ShouldStartWith("10:00:30 ");
    }

    [Fact]
    public async Task Runs_of_one_timer_never_overlap_and_what_fell_due_meanwhile_is_passed_over()
    {
        await using var host = await StartAsync<BlockedTick>();
        await UntilRunsAsync(1);

        _time.Advance(TimeSpan.FromSeconds(35));
        _notebook.Seen.Count.ShouldBe(1);
        _notebook.Gate.SetResult();
        await UntilRunsAsync(2);

        _notebook.Seen.Count.ShouldBe(2);
        _notebook.Seen.Last().ShouldStartWith("10:01:20 ");
    }

    [Fact]
    public async Task A_failed_run_does_not_end_the_timer()
    {
        await using var host = await StartAsync<FailedTick>();

        await UntilRunsAsync(2);

        _notebook.Seen.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_disabled_timer_does_not_run()
    {
        await using var host = await StartAsync<OnStartup>(new() { ["AzureWebJobs.OnStartup.Disabled"] = "true" });

        _time.Advance(TimeSpan.FromDays(400));
        await host.StopAsync();

        _notebook.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_read_stops_the_start()
    {
        var starting = () => StartAsync<ByASetting>(new() { ["Sample__Schedule"] = "sometimes" });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("sometimes");
    }

    private Task<DevelopmentHost> StartAsync<TFunctions>(Dictionary<string, string?>? settings = null) =>
        Sample.RunAsync(
            new()
            {
                Settings = settings ?? [],
                FunctionClasses = [typeof(TFunctions)],
                TimeProvider = _time,
                ConfigureServices = services => services.AddSingleton(_notebook).AddSingleton<TimeProvider>(_time),
            }
        );

    private Task UntilRunsAsync(int count) => _time.UntilAsync(() => _notebook.Seen.Count >= count);
}
