using System.Text.Encodings.Web;
using System.Text.Json;
using TwoC2P.Envelopes;

namespace TwoC2P.Messages;

/// <summary>
/// Messages as JSON: an object whose one key is the message's name. Writes every field of the table, empty ones as empty texts, as 2C2P's samples do. Reads tolerantly (any order and
/// letter case, numbers and flags for texts, unknown fields skipped), but no field twice: nobody could tell which of the two was hashed.
/// </summary>
internal static class MessageJson
{
    // The body travels as base64, never inside HTML: escaping more than JSON asks for would only differ from 2C2P's samples.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(WireMessage message, MessageLayout layout)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(layout.Root);
            foreach (var field in layout.Fields)
                writer.WriteString(field.Name, message[field.Name]);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The message, or null when the bytes are none of this layout.</summary>
    public static WireMessage? Read(ReadOnlyMemory<byte> utf8, MessageLayout layout)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonMender.Mend(ContentText.Decode(utf8.Span)));
            return
                document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.EnumerateObject().ToList() is [var only]
                && string.Equals(only.Name, layout.Root, StringComparison.OrdinalIgnoreCase)
                && only.Value.ValueKind is JsonValueKind.Object
                ? ReadFields(only.Value, layout)
                : null;
        }
        catch (JsonException)
        {
            // No JSON: whatever the sender did is not known from this.
            return null;
        }
    }

    private static WireMessage? ReadFields(JsonElement root, MessageLayout layout)
    {
        var message = new WireMessage();
        foreach (var property in root.EnumerateObject())
        {
            if (layout.Find(property.Name) is not { } field)
                continue;
            if (message.Has(field.Name) || ReadText(property.Value) is not { } text)
                return null;

            message[field.Name] = text;
        }

        return message;
    }

    private static string? ReadText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => "",
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
}
