namespace PaymentGateway.Http.Requests;

/// <summary>The rules that every merge patch keeps (RFC 7396).</summary>
internal static class MergePatchReader
{
    /// <summary>The properties that a patch sets or clears. Complains about a patch without any, and about nulls for what cannot be cleared.</summary>
    /// <param name="reader">The patch.</param>
    /// <param name="clearable">The properties that may be null.</param>
    /// <param name="known">All properties.</param>
    public static IReadOnlySet<string> Changes(
        this JsonObjectReader reader,
        IReadOnlyCollection<string> clearable,
        IReadOnlyList<string> known
    )
    {
        var given = known.Where(reader.IsGiven).ToHashSet(StringComparer.Ordinal);
        if (given.Count == 0 && reader.Errors.None)
            reader.Errors.Add("$", "Give at least one property to change.");

        foreach (var name in given.Where(name => reader.IsNull(name) && !clearable.Contains(name)))
            reader.Errors.Add(reader.PathOf(name), "Give a value, or leave the property out: it cannot be cleared.");

        return given;
    }
}
