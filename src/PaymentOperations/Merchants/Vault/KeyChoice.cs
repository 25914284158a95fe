namespace PaymentOperations.Merchants.Vault;

/// <summary>
/// With which of two versions of a key requests are signed: with the current one, until 2C2P shows that it uses the other. It never changes a key at the moment that Key Vault does, and both directions are healed by the same
/// rule: what is refused with the other key's hash is asked again with the other key.
/// </summary>
internal sealed class KeyChoice
{
    // Of the two versions for which it was chosen: a newer version ends the choice.
    private volatile Tuple<string, string>? _choice;

    /// <summary>The keys, the one to sign with first.</summary>
    public IReadOnlyList<T> Order<T>(IReadOnlyList<T> keys, Func<T, string> version) =>
        keys is [var current, var other]
        && _choice is { } choice
        && choice.Item1 == version(current)
        && choice.Item2 == version(other)
            ? [other, current]
            : keys;

    /// <summary>Signs with the other of two from now on. Nothing changes where there is one only.</summary>
    /// <param name="current">The version that Key Vault says is the current one.</param>
    /// <param name="previous">The one before it.</param>
    /// <param name="used">The version that the request was signed with.</param>
    public void Turn(string current, string previous, string used) =>
        _choice = used == current ? Tuple.Create(current, previous) : null;
}
