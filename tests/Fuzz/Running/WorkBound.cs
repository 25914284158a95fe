namespace Fuzz.Running;

/// <summary>
/// How much an input may cost. Counted in bytes that its thread allocates, which no other program and no slow machine changes: a loop that goes on, a list that grows and a text that is copied
/// again and again all show.
/// </summary>
internal static class WorkBound
{
    private const long Always = 2 * 1024 * 1024;
    private const long PerByte = 256;

    /// <summary>The most that reading so many bytes may allocate.</summary>
    public static long For(int inputBytes) => Always + PerByte * inputBytes;
}
