using Microsoft.Azure.WebJobs.Host.Indexers;
using SampleApp;
using Testing;

namespace DevelopmentHosting.Tests.Queues;

public sealed class QueueFailureTests(AzuriteServer azurite)
{
    private readonly QueueBed _bed = new(azurite);

    [Fact]
    public async Task A_message_that_always_fails_is_tried_the_allowed_times_and_then_moved_to_the_poison_queue()
    {
        await _bed.SendAsync("bad");

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["maxDequeueCount"] = "3" });

        (await _bed.PoisonedAsync()).ShouldBe("YmFk");
        _bed.Notebook.Seen.ShouldBe(["1", "2", "3"]);
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
    }

    [Fact]
    public async Task A_failed_message_is_shown_again_after_the_visibility_timeout()
    {
        await _bed.SendAsync("bad");

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["visibilityTimeout"] = "00:10:00" });

        await Eventually.IsTrueAsync(() => !_bed.Notebook.Seen.IsEmpty);
        await host.StopAsync();
        (await _bed.VisibleAsync()).ShouldBe(0);
        (await _bed.IsEmptyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue_as_it_is()
    {
        await _bed.Queue.CreateAsync();
        await _bed.Queue.SendMessageAsync("{not base64}");

        await using var host = await _bed.StartAsync<AlwaysFails>();

        (await _bed.PoisonedAsync()).ShouldBe("{not base64}");
        _bed.Notebook.Seen.ShouldBeEmpty();
        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
    }

    [Fact]
    public async Task A_message_that_no_longer_has_tries_left_is_not_run_again()
    {
        await _bed.SendAsync("tired");
        await _bed.Queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1));

        await using var host = await _bed.StartAsync<AlwaysFails>(new() { ["maxDequeueCount"] = "1" });

        (await _bed.PoisonedAsync()).ShouldBe("dGlyZWQ=");
        _bed.Notebook.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_queue_is_not_created_but_asked_for_again()
    {
        await using var host = await _bed.StartAsync<AsText>();

        (await _bed.Queue.ExistsAsync()).Value.ShouldBeFalse();

        await _bed.SendAsync("late");
        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Contains("late"));
    }

    [Fact]
    public async Task A_setting_without_a_value_in_a_queues_name_stops_the_start()
    {
        var starting = () => Sample.StartWithAsync(new() { ["AzureWebJobsStorage"] = azurite.ConnectionString }, typeof(AsText));

        (await starting.ShouldThrowAsync<FunctionIndexingException>()).ToString().ShouldContain("QueueName");
    }
}
