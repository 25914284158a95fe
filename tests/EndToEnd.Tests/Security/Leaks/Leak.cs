namespace EndToEnd.Tests.Security.Leaks;

/// <summary>A secret that stands where it must not. Its text names the secret and never is it.</summary>
/// <param name="Secret">Which.</param>
/// <param name="How">How it is written.</param>
/// <param name="Place">Where; the store comes first, then a comma.</param>
internal sealed record Leak(string Secret, string How, string Place)
{
    /// <summary>The store alone.</summary>
    public string Store => Place.Split(',')[0];

    public override string ToString() => $"{Secret} {How} in {Place}";
}
