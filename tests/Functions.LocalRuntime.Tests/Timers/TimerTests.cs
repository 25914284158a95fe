using System.Collections.Concurrent;
using LocalFunctions;
using LocalFunctions.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Testing;

namespace Functions.LocalRuntime.Tests.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 30, TimeSpan.Zero);

    private readonly SteppingTime _time = new(Start);
    private readonly Marks _marks = new();

    [Fact]
    public async Task a_cron_schedule_runs_when_it_is_due_and_not_before()
    {
        await using var host = await StartAsync<EveryMinute>();

        await _time.SecondsAsync(29);
        _marks.Runs.ShouldBeEmpty();

        await UntilRunsAsync(1);
        _marks.Runs.Single().At.ShouldBe(new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task a_time_span_is_a_schedule_too()
    {
        await using var host = await StartAsync<EveryTenSeconds>();

        await UntilRunsAsync(2);

        _marks.Runs.Select(run => run.At - Start).ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)]);
    }

    [Fact]
    public async Task a_schedule_may_be_a_setting()
    {
        await using var host = await StartAsync<FromSetting>(new() { ["Sweep__Schedule"] = "*/5 * * * * *" });

        await UntilRunsAsync(1);

        _marks.Runs.First().At.ShouldBe(Start + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task a_timer_above_a_minute_knows_its_last_and_next_run()
    {
        await using var host = await StartAsync<EveryMinute>();

        await UntilRunsAsync(2);

        var status = _marks.Runs.Last().Info.ScheduleStatus.ShouldNotBeNull();
        status.Last.ShouldBe(new DateTime(2026, 11, 23, 10, 1, 0, DateTimeKind.Utc));
        status.Next.ShouldBe(new DateTime(2026, 11, 23, 10, 3, 0, DateTimeKind.Utc));
        _marks.Runs.Last().Info.IsPastDue.ShouldBeFalse();
    }

    [Fact]
    public async Task a_timer_under_a_minute_has_no_schedule_status()
    {
        await using var host = await StartAsync<EveryTenSeconds>();

        await UntilRunsAsync(1);

        _marks.Runs.First().Info.ScheduleStatus.ShouldBeNull();
    }

    [Fact]
    public async Task a_timer_may_run_on_startup()
    {
        await using var host = await StartAsync<OnStartup>();

        await Eventually.IsTrueAsync(() => _marks.Runs.Count == 1);

        _marks.Runs.Single().At.ShouldBe(Start);
    }

    [Fact]
    public async Task runs_of_one_timer_never_overlap_and_what_fell_due_meanwhile_is_passed_over()
    {
        await using var host = await StartAsync<Blocks>();
        await UntilRunsAsync(1);

        _time.Advance(TimeSpan.FromSeconds(35));
        _marks.Runs.Count.ShouldBe(1);
        var resumed = _time.GetUtcNow();
        _marks.Gate.SetResult();
        await UntilRunsAsync(2);

        _marks.Runs.Last().At.ShouldBeGreaterThan(resumed);
        _marks.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_failed_run_does_not_end_the_timer()
    {
        await using var host = await StartAsync<Fails>();

        await UntilRunsAsync(2);

        _marks.Runs.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task a_disabled_timer_does_not_run()
    {
        await using var host = await StartAsync<OnStartup>(new() { ["AzureWebJobs.T.Disabled"] = "true" });

        _time.Advance(TimeSpan.FromDays(400));

        host.Services.GetRequiredService<FunctionCatalog>().Functions.ShouldBeEmpty();
        _marks.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_schedule_that_cannot_be_read_stops_the_start()
    {
        var starting = () => StartAsync<FromSetting>(new() { ["Sweep__Schedule"] = "sometimes" });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("sometimes");
    }

    private Task<LocalHost> StartAsync<TFunctions>(Dictionary<string, string?>? settings = null) =>
        TestApp.StartAsync(
            [typeof(TFunctions)],
            builder => builder.Services.AddSingleton(_marks).AddSingleton(TimeProvider.System),
            new(settings ?? []) { ["Logging:LogLevel:Default"] = "None" },
            services => services.AddSingleton<TimeProvider>(_time)
        );

    private Task UntilRunsAsync(int count) => _time.UntilAsync(() => _marks.Runs.Count >= count);

    internal sealed record Run(DateTimeOffset At, TimerInfo Info);

    internal sealed class Marks
    {
        public ConcurrentQueue<Run> Runs { get; } = new();

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class EveryMinute(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public void Tick([TimerTrigger("0 * * * * *")] TimerInfo timer) => marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
    }

    internal sealed class EveryTenSeconds(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public void Tick([TimerTrigger("00:00:10")] TimerInfo timer) => marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
    }

    internal sealed class FromSetting(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public void Tick([TimerTrigger("%Sweep__Schedule%")] TimerInfo timer) =>
            marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
    }

    internal sealed class OnStartup(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public void Tick([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
            marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
    }

    internal sealed class Blocks(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public Task Tick([TimerTrigger("*/10 * * * * *")] TimerInfo timer)
        {
            marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
            return marks.Gate.Task;
        }
    }

    internal sealed class Fails(Marks marks, TimeProvider time)
    {
        [Function("T")]
        public void Tick([TimerTrigger("*/10 * * * * *")] TimerInfo timer)
        {
            marks.Runs.Enqueue(new Run(time.GetUtcNow(), timer));
            throw new InvalidTimeZoneException("on purpose");
        }
    }
}
