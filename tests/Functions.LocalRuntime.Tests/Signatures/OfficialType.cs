namespace Functions.LocalRuntime.Tests.Signatures;

/// <summary>One type of the list, or of the local runtime, in the words of the list.</summary>
internal sealed record OfficialType(string Name, string Kind, IReadOnlySet<string> Bases, IReadOnlySet<string> Members)
{
    /// <summary>What this type has that the official one has not. What it lacks is allowed.</summary>
    public IEnumerable<string> DifferencesFrom(OfficialType official)
    {
        if (Kind != official.Kind)
            yield return $"{Name}: is a {Kind}, officially a {official.Kind}";
        if (!Bases.SetEquals(official.Bases))
            yield return $"{Name}: has bases {string.Join(", ", Bases)}, officially {string.Join(", ", official.Bases)}";
        foreach (var member in Members.Except(official.Members))
            yield return $"{Name}: {member}";
        foreach (
            var usage in official
                .Members.Except(Members)
                .Where(member => member.StartsWith("[AttributeUsage", StringComparison.Ordinal))
        )
            yield return $"{Name}: lacks {usage}";
    }
}
