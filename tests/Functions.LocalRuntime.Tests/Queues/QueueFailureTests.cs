using System.Globalization;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Testing;

namespace Functions.LocalRuntime.Tests.Queues;

public sealed class QueueFailureTests(AzuriteServer azurite)
{
    private readonly QueueTestBed _bed = new(azurite);

    [Fact]
    public async Task a_message_that_always_fails_is_tried_the_allowed_times_and_then_copied_to_the_poison_queue()
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("bad");

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["maxDequeueCount"] = "3" });

        (await PoisonedAsync()).ShouldBe("YmFk");
        _bed.Seen.ShouldBe(["1", "2", "3"]);
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
    }

    [Fact]
    public async Task a_failed_message_is_shown_again_after_the_visibility_timeout()
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("bad");

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["visibilityTimeout"] = "00:10:00" });

        await Eventually.IsTrueAsync(() => !_bed.Seen.IsEmpty);
        await host.StopAsync();
        PeekedMessage[] visible = await _bed.Queue.PeekMessagesAsync();
        visible.ShouldBeEmpty();
        (await _bed.IsEmptyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task a_message_that_is_not_base64_goes_to_the_poison_queue_as_it_is()
    {
        await _bed.Queue.CreateAsync();
        await _bed.Queue.SendMessageAsync("{not base64}");

        await using var host = await _bed.StartAsync<AlwaysFails>();

        (await PoisonedAsync()).ShouldBe("{not base64}");
        _bed.Seen.ShouldBeEmpty();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
    }

    [Fact]
    public async Task a_message_that_no_longer_has_tries_left_is_not_run_again()
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("tired");
        await _bed.Queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1));

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["maxDequeueCount"] = "1" });

        (await PoisonedAsync()).ShouldBe("dGlyZWQ=");
        _bed.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_missing_queue_is_not_created_but_reported_once_and_asked_for_again()
    {
        var log = new RecordedLog();
        await using var host = await _bed.StartAsync<Succeeds>(configure: builder => builder.Logging.AddProvider(log));
        await Eventually.IsTrueAsync(() => log.Entries.Contains((LogLevel.Warning, 9201)));

        (await _bed.Queue.ExistsAsync()).Value.ShouldBeFalse();

        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("late");
        await Eventually.IsTrueAsync(() => _bed.Seen.Contains("late"));
        log.Entries.Count(entry => entry.EventId == 9201).ShouldBe(1);
    }

    [Fact]
    public async Task middleware_sees_queue_invocations_and_may_rethrow()
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("bad");

        await using var host = await _bed.StartAsync<AlwaysFails>(
            new() { ["maxDequeueCount"] = "1" },
            configure: builder =>
                builder.UseMiddleware(
                    async (context, next) =>
                    {
                        _bed.Seen.Enqueue($"middleware of {context.FunctionDefinition.InputBindings["text"].Type}");
                        context.RetryContext.ShouldBeNull();
                        await next();
                        _bed.Seen.Enqueue("never");
                    }
                )
        );

        await PoisonedAsync();
        _bed.Seen.ShouldBe(["middleware of queueTrigger", "1"]);
    }

    [Fact]
    public async Task an_unset_name_in_a_queue_name_stops_the_start()
    {
        var starting = () => TestApp.StartAsync([typeof(UnsetName)], _ => { });

        (await starting.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain("NobodySetsThis");
    }

    [Fact]
    public async Task another_connection_is_a_setting_of_that_name()
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync("other account");

        await using var host = await _bed.StartAsync<OtherConnection>(settings: new() { ["Orders"] = azurite.ConnectionString });

        await Eventually.IsTrueAsync(() => _bed.Seen.Contains("other account"));
    }

    private async Task<string> PoisonedAsync()
    {
        string? text = null;
        await Eventually.IsTrueAsync(async () =>
        {
            if (!(await _bed.Poison.ExistsAsync()).Value)
                return false;
            PeekedMessage? message = await _bed.Poison.PeekMessageAsync();
            text = message?.Body.ToString();
            return text is not null;
        });
        return text!;
    }

    internal sealed class AlwaysFails(QueueTestBed bed)
    {
        [Function("Q")]
        public Task Run([QueueTrigger("%QueueName%")] string text, int dequeueCount)
        {
            bed.Seen.Enqueue(dequeueCount.ToString(CultureInfo.InvariantCulture));
            throw new InvalidTimeZoneException("on purpose");
        }
    }

    internal sealed class Succeeds(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] string text) => bed.Seen.Enqueue(text);
    }

    internal sealed class UnsetName
    {
        [Function("Q")]
        public void Run([QueueTrigger("%NobodySetsThis%")] string text) { }
    }

    internal sealed class OtherConnection(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%", Connection = "Orders")] string text) => bed.Seen.Enqueue(text);
    }
}
