using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace PaymentOperations.Copies;

/// <summary>
/// A table row as one line of JSON: <c>{"p":partition,"r":row,"c":{column:value}}</c>. Texts and truth values are themselves; everything else names its type: <c>{"int":1}</c>, <c>{"long":1}</c>, <c>{"double":1.5}</c>,
/// <c>{"time":"2026-11-29T00:00:00.0000000+00:00"}</c>, <c>{"guid":"…"}</c>, <c>{"bytes":"base64"}</c>. Nothing is decrypted: what is sealed in the row is sealed here.
/// </summary>
internal static class RowText
{
    // The line is read by programs and never shown in a page: what is sealed stays as short as it is.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] OfStorage = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    /// <summary>The columns that have a value and are not storage's own, by name.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Columns(TableEntity row) =>
        row.Where(column => column.Value is not null && !OfStorage.Contains(column.Key))
            .OrderBy(column => column.Key, StringComparer.Ordinal);

    public static string Write(TableEntity row)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartObject();
            json.WriteString("p", row.PartitionKey);
            json.WriteString("r", row.RowKey);
            json.WriteStartObject("c");
            foreach (var (name, value) in Columns(row))
            {
                json.WritePropertyName(name);
                Write(json, value);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <exception cref="JsonException">The line is no row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = new TableEntity(
                json.RootElement.GetProperty("p").GetString(),
                json.RootElement.GetProperty("r").GetString()
            );
            foreach (var column in json.RootElement.GetProperty("c").EnumerateObject())
                row[column.Name] = Read(column.Value);
            return row;
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The line is no row of a table.", exception);
        }
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                return;
            case bool truth:
                json.WriteBooleanValue(truth);
                return;
        }

        json.WriteStartObject();
        switch (value)
        {
            case int number:
                json.WriteNumber("int", number);
                break;
            case long number:
                json.WriteNumber("long", number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber("double", number);
                break;
            case double number:
                json.WriteString("double", number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteString("time", time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                json.WriteString("guid", guid);
                break;
            case byte[] bytes:
                json.WriteBase64String("bytes", bytes);
                break;
            default:
                throw new InvalidOperationException($"A column of the type {value.GetType().Name} has no form in a copy.");
        }
        json.WriteEndObject();
    }

    private static object Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();

        var typed = value.EnumerateObject().Single();
        return typed.Name switch
        {
            "int" => typed.Value.GetInt32(),
            "long" => typed.Value.GetInt64(),
            "double" when typed.Value.ValueKind == JsonValueKind.String => double.Parse(
                typed.Value.GetString()!,
                CultureInfo.InvariantCulture
            ),
            "double" => typed.Value.GetDouble(),
            "time" => typed.Value.GetDateTimeOffset(),
            "guid" => typed.Value.GetGuid(),
            "bytes" => typed.Value.GetBytesFromBase64(),
            var type => throw new FormatException($"A copy has no type {type}."),
        };
    }
}
