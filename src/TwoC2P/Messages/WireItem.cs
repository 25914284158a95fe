namespace TwoC2P.Messages;

/// <summary>One item of a list, its values by attribute name.</summary>
internal sealed class WireItem
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => values.GetValueOrDefault(name, "");
        set => values[name] = value;
    }

    public string? NullIfEmpty(string name) => this[name] is { Length: > 0 } text ? text : null;

    public bool Has(string name) => values.ContainsKey(name);
}
