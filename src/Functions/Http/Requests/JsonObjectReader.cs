using System.Text.Json;

namespace PaymentGateway.Http.Requests;

/// <summary>
/// Reads one JSON object strictly: every property known, none twice, each of its type. What is wrong is collected with its path, so that one answer names everything.
/// A null property counts as absent, but for patches (<see cref="IsGiven"/>).
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly string path;

    /// <summary>Takes an object that may have these properties and no others.</summary>
    public JsonObjectReader(JsonElement element, string path, RequestErrors errors, params IReadOnlyList<string> known)
    {
        this.path = path;
        Errors = errors;
        IsObject = element.ValueKind == JsonValueKind.Object;
        if (!IsObject)
            errors.Add(path.Length == 0 ? "$" : path, "Give a JSON object.");
        else
            Collect(element, known);
    }

    /// <summary>Where complaints go.</summary>
    public RequestErrors Errors { get; }

    /// <summary>Whether there is an object at all; if not, that is the one complaint.</summary>
    public bool IsObject { get; }

    /// <summary>Whether it has no property with a value.</summary>
    public bool IsEmpty => members.Count == 0;

    /// <summary>The path of a property of this object.</summary>
    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Whether a property is there, be it null: in a merge patch a null means something else than silence.</summary>
    public bool IsGiven(string name) => given.Contains(name);

    /// <summary>Whether a property is there and null.</summary>
    public bool IsNull(string name) => IsGiven(name) && Find(name) is null;

    /// <summary>A property's value; null when it is absent or JSON null.</summary>
    public JsonElement? Find(string name) => members.TryGetValue(name, out var value) ? value : null;

    /// <summary>A text; null when it is absent, or wrong and complained about.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (JsonText.TryRead(value, out var text))
            return text;

        Errors.Add(PathOf(name), "Give a JSON string of whole Unicode characters.");
        return null;
    }

    private void Collect(JsonElement element, IReadOnlyList<string> known)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            if (name is null || !known.Contains(name))
                Errors.Add(PathOf(JsonText.Shown(name)), "Remove this property; this request has none of that name.");
            else if (!given.Add(name))
                Errors.Add(PathOf(name), "Give this property once.");
            else if (property.Value.ValueKind != JsonValueKind.Null)
                members.Add(name, property.Value);
        }
    }
}
