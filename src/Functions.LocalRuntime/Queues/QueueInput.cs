using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using LocalFunctions.Invocations;

namespace LocalFunctions.Queues;

internal sealed class QueueInput(QueueMessage message) : TriggerInput
{
    private static readonly JsonSerializerOptions WorkerJson = new() { PropertyNameCaseInsensitive = true };

    private readonly Lazy<IReadOnlyDictionary<string, object?>> _bindingData = new(() => Read(message));

    public override IReadOnlyDictionary<string, object?> BindingData => _bindingData.Value;

    public override object? Convert(Type type)
    {
        if (type == typeof(QueueMessage))
            return message;
        if (type == typeof(string))
            return message.Body.ToString();
        if (type == typeof(byte[]))
            return message.Body.ToArray();
        return type == typeof(BinaryData) ? message.Body : JsonSerializer.Deserialize(message.Body, type, WorkerJson);
    }

    private static Dictionary<string, object?> Read(QueueMessage message)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        AddTopLevelProperties(message.Body, data);
        data["QueueTrigger"] = message.Body.ToString();
        data["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture);
        data["ExpirationTime"] = JsonSerializer.Serialize(message.ExpiresOn);
        data["Id"] = message.MessageId;
        data["InsertionTime"] = JsonSerializer.Serialize(message.InsertedOn);
        data["NextVisibleTime"] = JsonSerializer.Serialize(message.NextVisibleOn);
        data["PopReceipt"] = message.PopReceipt;
        return data;
    }

    private static void AddTopLevelProperties(BinaryData body, Dictionary<string, object?> data)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind is JsonValueKind.Object)
            {
                foreach (var property in json.RootElement.EnumerateObject())
                    data[property.Name] = property.Value.ToString();
            }
        }
        catch (JsonException)
        {
            // Plain text has no properties to bind to.
        }
    }
}
