namespace PaymentOperations.Operations;

/// <summary>What the ids of operations and of events have in common: UUIDs of version 7 (RFC 9562), which begin with the moment of their making, in lower case with hyphens.</summary>
internal static class Uuid7
{
    private const int Bytes = 16;

    private static readonly long LastMoment = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>
    /// Reads one in exactly the spelling that we write. False also for one of a moment after the year 9999, which its 48 bits can hold and no calendar of ours: whoever asks by such an id asks for nothing that there is.
    /// </summary>
    public static bool TryRead(string? text, out Guid id) =>
        Guid.TryParseExact(text, "D", out id) && id.Version == 7 && id.ToString("D") == text && Milliseconds(id) <= LastMoment;

    /// <summary>The moment in it, to the millisecond.</summary>
    public static DateTimeOffset MomentOf(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds(id));

    private static long Milliseconds(Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return ((long)bytes[0] << 40)
            | ((long)bytes[1] << 32)
            | ((long)bytes[2] << 24)
            | ((long)bytes[3] << 16)
            | ((long)bytes[4] << 8)
            | bytes[5];
    }
}
