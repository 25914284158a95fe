namespace TwoC2P.Messages;

/// <summary>One item of a list, its values and its own lists by name.</summary>
internal sealed class WireItem
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<WireItem>> lists = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => values.GetValueOrDefault(name, "");
        set => values[name] = value;
    }

    public string? NullIfEmpty(string name) => this[name] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<WireItem> Items(string list) => lists.GetValueOrDefault(list, []);

    public void SetItems(string list, IReadOnlyList<WireItem> items) => lists[list] = items;

    public bool Has(string name) => values.ContainsKey(name) || lists.ContainsKey(name);
}
