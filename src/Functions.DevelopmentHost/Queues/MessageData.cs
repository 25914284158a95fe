using System.Text.Json;
using DevelopmentHosting.Protocol;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;

namespace DevelopmentHosting.Queues;

/// <summary>Messages and what is known about them, in the worker's form.</summary>
internal static class MessageData
{
    // The SDK's own, which no function gets.
    private const string SystemData = "sys";

    public static TypedData Of(object? value) =>
        value switch
        {
            string text => new() { String = text },
            byte[] bytes => new() { Bytes = ByteString.CopyFrom(bytes) },
            BinaryData data => new() { String = data.ToString() },
            ParameterBindingData reference => new() { ModelBindingData = Of(reference) },
            _ => new() { Json = JsonSerializer.Serialize(value) },
        };

    public static IReadOnlyDictionary<string, TypedData> Metadata(IReadOnlyDictionary<string, object> data) =>
        data.Where(pair => pair.Key != SystemData).ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal);

    private static ModelBindingData Of(ParameterBindingData reference) =>
        new()
        {
            Version = reference.Version,
            Source = reference.Source,
            ContentType = reference.ContentType,
            Content = ByteString.CopyFrom(reference.Content.ToMemory().Span),
        };
}
