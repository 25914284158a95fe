namespace PaymentGateway.Http.Requests;

/// <summary>Everything that is wrong with a request, by the path of the field: a caller should not have to find out one by one.</summary>
internal sealed class RequestErrors
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> byField = new(StringComparer.Ordinal);

    /// <summary>The texts by field path, ready for the answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => byField;

    /// <summary>Whether nothing is wrong.</summary>
    public bool None => byField.Count == 0;

    /// <summary>Adds a text that says what to change; it never contains the value that was sent.</summary>
    public void Add(string path, string problem) =>
        byField[path] = byField.TryGetValue(path, out var earlier) ? [.. earlier, problem] : [problem];
}
