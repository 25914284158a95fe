using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentOperations.Storage;

/// <summary>Metadata in a column of its own: 20 pairs in any script stay below the 32,768 characters that a column holds.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MetadataJson : JsonSerializerContext
{
    // Nothing but this class reads it: no page, for which more would have to be escaped.
    private static readonly MetadataJson Plain = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>The column; null for no metadata, as rows of versions without it have.</summary>
    public static string? Write(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Count == 0 ? null : JsonSerializer.Serialize(metadata, Plain.IReadOnlyDictionaryStringString);

    /// <summary>The pairs of a column.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? column) =>
        column is null
            ? ReadOnlyDictionary<string, string>.Empty
            : JsonSerializer.Deserialize(column, Plain.IReadOnlyDictionaryStringString)!;
}
