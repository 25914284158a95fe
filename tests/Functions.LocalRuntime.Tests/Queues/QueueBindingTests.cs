using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Testing;

namespace Functions.LocalRuntime.Tests.Queues;

public sealed class QueueBindingTests(AzuriteServer azurite)
{
    private readonly QueueTestBed _bed = new(azurite);

    [Fact]
    public async Task a_message_binds_as_text_with_its_properties_and_is_deleted()
    {
        var seen = await RunAsync<AsText>("""{"orderId":"o-1","lines":[1,2]}""");

        seen.ShouldBe("""{"orderId":"o-1","lines":[1,2]} o-1 1""");
    }

    [Fact]
    public async Task a_message_binds_as_an_object_whatever_the_case_of_its_names()
    {
        var seen = await RunAsync<AsObject>("""{"ORDERID":"o-1","amount":250.00}""");

        seen.ShouldBe(new Order("o-1", 250.00m).ToString());
    }

    [Fact]
    public async Task a_message_binds_as_bytes() => (await RunAsync<AsBytes>("ก")).ShouldBe("E0B881");

    [Fact]
    public async Task a_message_binds_as_binary_data() => (await RunAsync<AsBinaryData>("ก")).ShouldBe("ก");

    [Fact]
    public async Task a_message_binds_as_the_sdks_message_with_its_body_decoded()
    {
        (await RunAsync<AsMessage>("hello")).ShouldBe("hello 1 True");
    }

    [Fact]
    public async Task binding_data_has_the_hosts_keys()
    {
        (await RunAsync<Keys>("""{"a":1}""")).ShouldBe(
            "a DequeueCount ExpirationTime Id InsertionTime NextVisibleTime PopReceipt QueueTrigger"
        );
    }

    [Fact]
    public async Task plain_messages_are_read_when_host_json_says_none()
    {
        await _bed.Queue.CreateAsync();
        await _bed.Queue.SendMessageAsync("plain text");

        await using var host = await _bed.StartAsync<AsBinaryData>(new() { ["messageEncoding"] = "none" });

        await Eventually.IsTrueAsync(() => !_bed.Seen.IsEmpty);
        _bed.Seen.ShouldBe(["plain text"]);
    }

    private async Task<string> RunAsync<TFunctions>(string message)
    {
        await _bed.Queue.CreateAsync();
        await _bed.SendAsync(message);

        await using var host = await _bed.StartAsync<TFunctions>();

        await Eventually.IsTrueAsync(_bed.IsEmptyAsync);
        return _bed.Seen.ShouldHaveSingleItem();
    }

    internal sealed record Order(string OrderId, decimal Amount);

    internal sealed class AsText(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] string text, string orderId, int dequeueCount) =>
            bed.Seen.Enqueue($"{text} {orderId} {dequeueCount}");
    }

    internal sealed class AsObject(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] Order order) => bed.Seen.Enqueue(order.ToString());
    }

    internal sealed class AsBytes(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] byte[] bytes) => bed.Seen.Enqueue(Convert.ToHexString(bytes));
    }

    internal sealed class AsBinaryData(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] BinaryData data) => bed.Seen.Enqueue(data.ToString());
    }

    internal sealed class AsMessage(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] QueueMessage message, string id) =>
            bed.Seen.Enqueue($"{message.Body} {message.DequeueCount} {message.MessageId == id}");
    }

    internal sealed class Keys(QueueTestBed bed)
    {
        [Function("Q")]
        public void Run([QueueTrigger("%QueueName%")] string text, FunctionContext context) =>
            bed.Seen.Enqueue(string.Join(' ', context.BindingContext.BindingData.Keys.Order(StringComparer.OrdinalIgnoreCase)));
    }
}
