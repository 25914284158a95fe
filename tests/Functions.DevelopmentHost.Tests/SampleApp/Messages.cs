using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class AsText(Notebook notebook)
{
    [Function("AsText")]
    public void Run([QueueTrigger("%QueueName%")] string text) => notebook.Seen.Enqueue(text);
}

public sealed class AsObject(Notebook notebook)
{
    [Function("AsObject")]
    public void Run([QueueTrigger("%QueueName%")] Order order) => notebook.Seen.Enqueue(order.ToString());
}

public sealed record Order(string OrderId, decimal Amount);

public sealed class AsBytes(Notebook notebook)
{
    [Function("AsBytes")]
    public void Run([QueueTrigger("%QueueName%")] byte[] bytes) => notebook.Seen.Enqueue(Convert.ToHexString(bytes));
}

public sealed class AsBinaryData(Notebook notebook)
{
    [Function("AsBinaryData")]
    public void Run([QueueTrigger("%QueueName%")] BinaryData data) => notebook.Seen.Enqueue(data.ToString());
}

public sealed class AsMessage(Notebook notebook)
{
    [Function("AsMessage")]
    public void Run([QueueTrigger("%QueueName%")] QueueMessage message, FunctionContext context) =>
        notebook.Seen.Enqueue(
            $"{message.Body} {message.DequeueCount} {message.MessageId == context.BindingContext.BindingData["Id"]?.ToString()}"
        );
}

public sealed class MessageKeys(Notebook notebook)
{
    [Function("MessageKeys")]
    public void Run([QueueTrigger("%QueueName%")] string text, FunctionContext context) =>
        notebook.Seen.Enqueue(string.Join(' ', context.BindingContext.BindingData.Keys.Order(StringComparer.Ordinal)));
}

public sealed class MessageTrace(Notebook notebook)
{
    [Function("MessageTrace")]
    public void Run([QueueTrigger("%QueueName%")] string text, FunctionContext context) =>
        notebook.Seen.Enqueue($"{context.TraceContext.TraceParent} {Activity.Current?.TraceId}");
}

public sealed class AlwaysFails(Notebook notebook)
{
    [Function("AlwaysFails")]
    public void Run([QueueTrigger("%QueueName%")] string text, FunctionContext context)
    {
        notebook.Seen.Enqueue($"{context.BindingContext.BindingData["DequeueCount"]}");
        throw new InvalidTimeZoneException("on purpose");
    }
}

public sealed class Blocks(Notebook notebook)
{
    [Function("Blocks")]
    public Task Run([QueueTrigger("%QueueName%")] string text)
    {
        notebook.Seen.Enqueue(text);
        return notebook.Gate.Task;
    }
}

public sealed class Cancellable(Notebook notebook)
{
    [Function("Cancellable")]
    public async Task Run([QueueTrigger("%QueueName%")] string text, CancellationToken cancellationToken)
    {
        await notebook.WaitAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }
}

public sealed class OtherConnection(Notebook notebook)
{
    [Function("OtherConnection")]
    public void Run([QueueTrigger("%QueueName%", Connection = "Orders")] string text) => notebook.Seen.Enqueue(text);
}
