using System.Collections.ObjectModel;
using System.Text.Json;
using PaymentGateway.Http.Requests;

namespace PaymentGateway.Http.Operations;

/// <summary>Reads a caller's own pairs: a JSON object of texts.</summary>
internal static class MetadataReader
{
    /// <summary>The pairs of a body; none when they are absent, or wrong and complained about.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(this JsonObjectReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
            return ReadOnlyDictionary<string, string>.Empty;

        var path = reader.PathOf(name);
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Errors.Add(path, "Give a JSON object of texts, such as {\"orderId\": \"1001\"}, or leave the property out.");
            return ReadOnlyDictionary<string, string>.Empty;
        }

        if (value.GetPropertyCount() > MetadataRules.MostPairs)
        {
            reader.Errors.Add(path, $"Give at most {MetadataRules.MostPairs} pairs.");
            return ReadOnlyDictionary<string, string>.Empty;
        }

        // Parameters of a query do not tell keys apart that differ in letter case only.
        Dictionary<string, string> pairs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject())
        {
            if (Pair(property, path, reader.Errors) is { } pair && !pairs.TryAdd(pair.Key, pair.Value))
                reader.Errors.Add($"{path}.{JsonText.Shown(pair.Key)}", "Give this key once, whatever its letter case.");
        }

        return new Dictionary<string, string>(pairs, StringComparer.Ordinal);
    }

    /// <summary>The pairs of a query's parameters <c>metadata.KEY=VALUE</c>; wrong ones are complained about and left out.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(this QueryReader query)
    {
        const string prefix = "metadata.";
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (var (key, value) in query.Family(prefix))
        {
            if (MetadataRules.KeyProblem(key) is { } keyProblem)
                query.Errors.Add("metadata", keyProblem);
            else if (MetadataRules.ValueProblem(value) is { } problem)
                query.Errors.Add(prefix + JsonText.Shown(key), problem);
            else
                pairs.Add(key, value);
        }

        if (pairs.Count > MetadataRules.MostPairs)
            query.Errors.Add("metadata", $"Give at most {MetadataRules.MostPairs} pairs.");
        return pairs;
    }

    private static KeyValuePair<string, string>? Pair(JsonProperty property, string path, RequestErrors errors)
    {
        var key = JsonText.NameOf(property);
        if (MetadataRules.KeyProblem(key) is { } keyProblem)
        {
            errors.Add(path, keyProblem);
            return null;
        }

        var problem = JsonText.TryRead(property.Value, out var value)
            ? MetadataRules.ValueProblem(value)
            : "Give a JSON string of whole Unicode characters.";
        if (problem is null)
            return KeyValuePair.Create(key!, value!);

        errors.Add($"{path}.{JsonText.Shown(key)}", problem);
        return null;
    }
}
