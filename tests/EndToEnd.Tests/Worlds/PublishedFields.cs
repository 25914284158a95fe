namespace EndToEnd.Tests.Worlds;

/// <summary>2C2P's published field table (Vectors/fields.csv).</summary>
internal static class PublishedFields
{
    private static readonly string[] Envelope = ["version", "timeStamp", "processType", "hashValue"];

    /// <summary>The fields of an answer that say something about what was asked.</summary>
    public static IEnumerable<string> Of(string message) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", "fields.csv"))
            .Select(line => line.Split(','))
            .Where(row => row[0] == message && !Envelope.Contains(row[1]))
            .Select(row => row[1]);
}
