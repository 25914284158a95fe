using PaymentOperations.Merchants.Vault;

namespace Operator.Keys;

/// <summary>A merchant's list of keys as it was read, with what tells later whether somebody else wrote in between.</summary>
/// <param name="Version">The version that was read; null when there is none.</param>
/// <param name="Entries">The keys.</param>
/// <param name="Known">Every version that there was.</param>
/// <param name="At">When, by the vault's clock and in whole seconds; null where it told no time.</param>
internal sealed record KeyList(
    string? Version,
    IReadOnlyList<ApiKeyEntry> Entries,
    IReadOnlySet<string> Known,
    DateTimeOffset? At
)
{
    /// <summary>The key of this name.</summary>
    /// <exception cref="KeyListException">There is none.</exception>
    public ApiKeyEntry Find(string id) =>
        Entries.FirstOrDefault(entry => entry.Id == id)
        ?? throw new KeyListException($"There is no key {id}. 'keys list' shows those that there are.");

    /// <summary>The list with one key in the place of another.</summary>
    public IEnumerable<ApiKeyEntry> With(ApiKeyEntry changed) =>
        Entries.Select(entry => entry.Id == changed.Id ? changed : entry);

    /// <inheritdoc />
    public override string ToString() => $"KeyList {Version}";
}
