namespace TwoC2P.Messages;

/// <summary>A message's logical values (not XML-escaped) by field name; an absent field is an empty text.</summary>
internal sealed class WireMessage
{
    private readonly Dictionary<string, string> scalars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<WireItem>> lists = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => scalars.GetValueOrDefault(name, "");
        set => scalars[name] = value;
    }

    public string? NullIfEmpty(string name) => this[name] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<WireItem> Items(string list) => lists.GetValueOrDefault(list, []);

    public void SetItems(string list, IReadOnlyList<WireItem> items) => lists[list] = items;

    public bool Has(string name) => scalars.ContainsKey(name) || lists.ContainsKey(name);
}
