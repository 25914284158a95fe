using SampleApp;
using Testing;

namespace DevelopmentHosting.Tests.Queues;

public sealed class QueueStopTests(AzuriteServer azurite)
{
    private readonly QueueBed _bed = new(azurite);

    [Fact]
    public async Task A_new_batch_is_received_only_while_few_messages_run()
    {
        await _bed.SendAsync("0", "1", "2", "3", "4", "5", "6", "7");

        await using var host = await _bed.StartAsync<Blocks>(new() { ["batchSize"] = "2", ["newBatchThreshold"] = "1" });

        // Two run; two are more than the threshold of one, so no more are taken until one has finished.
        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Count == 2);
        (await _bed.VisibleAsync()).ShouldBe(6);
        _bed.Notebook.Gate.SetResult();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
        _bed.Notebook.Seen.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_stop_takes_nothing_new_and_lets_running_messages_finish()
    {
        await _bed.SendAsync("0", "1", "2");
        await using var host = await _bed.StartAsync<Blocks>(new() { ["batchSize"] = "1", ["newBatchThreshold"] = "0" });
        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Count == 1);

        var stopping = host.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        _bed.Notebook.Gate.SetResult();
        await stopping;

        _bed.Notebook.Seen.Count.ShouldBe(1);
        (await _bed.VisibleAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_stop_cancels_running_functions_at_once()
    {
        await _bed.SendAsync("long");
        await using var host = await _bed.StartAsync<Cancellable>(stopWithin: Timeout.InfiniteTimeSpan);
        await _bed.Notebook.Entered.Task;

        await host.StopAsync().WaitAsync(Eventually.HangsAfter);

        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Contains("cancelled"));
        (await _bed.IsEmptyAsync()).ShouldBeFalse();
    }
}
