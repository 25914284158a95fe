using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Testing;

namespace Functions.LocalRuntime.Tests.Queues;

public sealed class QueueConcurrencyTests(AzuriteServer azurite)
{
    private readonly QueueTestBed _bed = new(azurite);

    [Fact]
    public async Task a_new_batch_is_received_only_while_few_messages_run()
    {
        await SendAsync(8);

        await using var host = await _bed.StartAsync<Blocks>(new() { ["batchSize"] = "2", ["newBatchThreshold"] = "1" });

        // Two run; two are more than the threshold of one, so no more are taken until one has finished.
        await Eventually.IsTrueAsync(() => _bed.Seen.Count == 2);
        (await VisibleAsync()).ShouldBe(6);
        _bed.Gate.SetResult();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
        _bed.Seen.Count.ShouldBe(8);
    }

    [Fact]
    public async Task batch_size_and_threshold_together_limit_what_runs_at_once()
    {
        await SendAsync(8);

        await using var host = await _bed.StartAsync<Blocks>(new() { ["batchSize"] = "2", ["newBatchThreshold"] = "3" });

        // Two, then (two are at most three) four; four are more than three.
        await Eventually.IsTrueAsync(() => _bed.Seen.Count == 4);
        (await VisibleAsync()).ShouldBe(4);
        _bed.Gate.SetResult();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
    }

    [Fact]
    public async Task a_message_stays_hidden_while_its_function_outlives_the_lease()
    {
        await SendAsync(1);

        await using var host = await _bed.StartAsync<Blocks>(settings: new() { ["LocalRuntime__QueueLease"] = "00:00:02" });

        await Eventually.IsTrueAsync(() => !_bed.Seen.IsEmpty);
        QueueMessage[] stolen = [];
        var watched = TimeProvider.System.GetTimestamp();
        await Eventually.IsTrueAsync(async () =>
        {
            stolen = await _bed.Queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1));
            return stolen.Length > 0 || TimeProvider.System.GetElapsedTime(watched) > TimeSpan.FromSeconds(4);
        });
        stolen.ShouldBeEmpty();
        _bed.Gate.SetResult();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
        _bed.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_stop_takes_nothing_new_and_lets_running_messages_finish()
    {
        await SendAsync(3);
        await using var host = await _bed.StartAsync<Blocks>(new() { ["batchSize"] = "1", ["newBatchThreshold"] = "0" });
        await Eventually.IsTrueAsync(() => _bed.Seen.Count == 1);

        var stopping = host.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        _bed.Gate.SetResult();
        await stopping;

        _bed.Seen.Count.ShouldBe(1);
        (await VisibleAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task what_is_still_running_when_the_grace_ends_is_cancelled_and_shown_again()
    {
        await SendAsync(1);
        await using var host = await _bed.StartAsync<WaitsForCancellation>(
            settings: new() { ["LocalRuntime__ShutdownGrace"] = "00:00:00.3" }
        );
        await Eventually.IsTrueAsync(() => _bed.Seen.Count == 1);

        await host.StopAsync();

        _bed.Seen.ShouldBe(["started", "cancelled"]);
        (await VisibleAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task the_message_of_a_function_that_ignores_its_cancellation_is_shown_again_at_the_very_end()
    {
        await SendAsync(1);
        var host = await _bed.StartAsync<Blocks>(settings: new() { ["LocalRuntime__ShutdownGrace"] = "00:00:00" });
        await Eventually.IsTrueAsync(() => _bed.Seen.Count == 1);

        await host.StopAsync();

        (await VisibleAsync()).ShouldBe(1);
    }

    private async Task SendAsync(int count)
    {
        await _bed.Queue.CreateAsync();
        for (var i = 0; i < count; i++)
            await _bed.SendAsync($"{i}");
    }

    private async Task<int> VisibleAsync()
    {
        PeekedMessage[] visible = await _bed.Queue.PeekMessagesAsync(32);
        return visible.Length;
    }

    internal sealed class Blocks(QueueTestBed bed)
    {
        [Function("Q")]
        public Task Run([QueueTrigger("%QueueName%")] string text)
        {
            bed.Seen.Enqueue(text);
            return bed.Gate.Task;
        }
    }

    internal sealed class WaitsForCancellation(QueueTestBed bed)
    {
        [Function("Q")]
        public async Task Run([QueueTrigger("%QueueName%")] string text, CancellationToken cancellationToken)
        {
            bed.Seen.Enqueue("started");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                bed.Seen.Enqueue("cancelled");
            }
        }
    }
}
