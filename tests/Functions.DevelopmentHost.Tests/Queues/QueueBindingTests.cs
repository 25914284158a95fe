using System.Diagnostics;
using SampleApp;
using Testing;
using Testing.Telemetry;

namespace DevelopmentHosting.Tests.Queues;

public sealed class QueueBindingTests(AzuriteServer azurite)
{
    private readonly QueueBed _bed = new(azurite);

    [Fact]
    public async Task A_message_binds_as_text_and_is_deleted() => (await RunAsync<AsText>("""{"a":1}""")).ShouldBe("""{"a":1}""");

    [Fact]
    public async Task A_message_binds_as_an_object() =>
        (await RunAsync<AsObject>("""{"OrderId":"o-1","Amount":250.00}""")).ShouldBe(new Order("o-1", 250.00m).ToString());

    [Fact]
    public async Task A_message_binds_as_bytes() => (await RunAsync<AsBytes>("ก")).ShouldBe("E0B881");

    [Fact]
    public async Task A_message_binds_as_binary_data() => (await RunAsync<AsBinaryData>("ก")).ShouldBe("ก");

    [Fact]
    public async Task A_message_binds_as_the_sdks_message_with_its_body_decoded() =>
        (await RunAsync<AsMessage>("hello")).ShouldBe("hello 1 True");

    [Fact]
    public async Task A_function_gets_the_messages_properties_under_the_hosts_keys() =>
        (await RunAsync<MessageKeys>("text")).ShouldBe(
            "DequeueCount ExpirationTime Id InsertionTime NextVisibleTime PopReceipt QueueTrigger"
        );

    [Fact]
    public async Task Each_message_begins_a_trace_that_goes_on_in_the_function()
    {
        using var spans = new SpanRecorder("Microsoft.Azure.Functions.Worker");

        var seen = (await RunAsync<MessageTrace>("text")).Split(' ');

        seen[0].Split('-')[1].ShouldBe(seen[1]);
        await Eventually.IsTrueAsync(() => spans.Of(ActivityTraceId.CreateFromString(seen[1])).Count == 1);
    }

    [Fact]
    public async Task Plain_messages_are_read_when_host_json_says_none()
    {
        await _bed.Queue.CreateAsync();
        await _bed.Queue.SendMessageAsync("plain text");

        await using var host = await _bed.StartAsync<AsText>(new() { ["messageEncoding"] = "none" });

        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Contains("plain text"));
    }

    [Fact]
    public async Task Another_connection_is_a_setting_of_that_name()
    {
        await _bed.SendAsync("other account");

        await using var host = await _bed.StartAsync<OtherConnection>(settings: new() { ["Orders"] = azurite.ConnectionString });

        await Eventually.IsTrueAsync(() => _bed.Notebook.Seen.Contains("other account"));
    }

    private async Task<string> RunAsync<TFunctions>(string message)
    {
        await _bed.SendAsync(message);

        await using var host = await _bed.StartAsync<TFunctions>();

        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
        return _bed.Notebook.Seen.ShouldHaveSingleItem();
    }
}
