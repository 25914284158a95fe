namespace EndToEnd.Tests.Security.Leaks;

/// <summary>A secret was found where it must not be; the message says which and where, never the secret itself.</summary>
internal sealed class LeakException(string message) : Exception(message)
{
    // The run repeats the message for each test that the world was there for.
    private const int MostNamed = 10;

    public static void ThrowIfAny(IReadOnlyList<Leak> leaks)
    {
        if (leaks.Count > 0)
            throw new LeakException(
                $"{leaks.Count} secrets stand where they must not, such as\n{string.Join('\n', leaks.DistinctBy(leak => leak.Store).Take(MostNamed))}"
            );
    }
}
