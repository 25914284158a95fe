using System.Text;

namespace Fuzz.Inputs;

/// <summary>What mutations begin with: the project's vectors, and messages with every field filled.</summary>
internal static class Corpus
{
    public static string Text(string name) => Encoding.UTF8.GetString(Bytes($"corpus/{name}"));

    public static byte[] Key(string name) => Bytes($"keys/{name}");

    /// <summary>Every text of a folder, in a fixed order.</summary>
    public static IReadOnlyList<string> All(string folder) =>
        [
            .. typeof(Corpus)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith($"corpus/{folder}/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Encoding.UTF8.GetString(Bytes(name))),
        ];

    private static byte[] Bytes(string name)
    {
        using var stream =
            typeof(Corpus).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
