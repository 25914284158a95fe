namespace PaymentGateway.Http.Requests;

/// <summary>Everything that is wrong with a request, by the path of the field: a caller should not have to find out one by one.</summary>
internal sealed class RequestErrors
{
    // Whoever makes more mistakes than this learns of the others next time: an answer must not outgrow its request by far.
    private const int MostFields = 100;

    private readonly SortedDictionary<string, IReadOnlyList<string>> byField = new(StringComparer.Ordinal);

    /// <summary>The texts by field path, ready for the answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => byField;

    /// <summary>Whether nothing is wrong.</summary>
    public bool None => byField.Count == 0;

    /// <summary>Adds a text that says what to change, once per field; it never contains the value that was sent.</summary>
    public void Add(string path, string problem)
    {
        if (byField.TryGetValue(path, out var earlier))
        {
            if (!earlier.Contains(problem))
                byField[path] = [.. earlier, problem];
        }
        else if (byField.Count < MostFields)
            byField.Add(path, [problem]);
    }
}
