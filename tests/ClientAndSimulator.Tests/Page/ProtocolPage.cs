namespace ClientAndSimulator.Tests.Page;

/// <summary>docs/protocol.md: text written by people, and blocks between two comments that are written from the code.</summary>
internal static class ProtocolPage
{
    public static string Folder { get; } = Path.Combine(Root(), "docs");

    private static string File { get; } = Path.Combine(Folder, "protocol.md");

    public static string Text() => System.IO.File.ReadAllText(File);

    public static string Read(string block)
    {
        var text = Text();
        var (begin, end) = Find(text, block);
        return text[begin..end];
    }

    public static void Write(string block, string content)
    {
        var text = Text();
        var (begin, end) = Find(text, block);
        System.IO.File.WriteAllText(File, text[..begin] + content + text[end..]);
    }

    private static (int Begin, int End) Find(string text, string block)
    {
        var opening = $"<!-- {block}: written by the tests, see the end of this page -->\n";
        var begin = text.IndexOf(opening, StringComparison.Ordinal);
        var end = text.IndexOf($"<!-- end of {block} -->", StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new InvalidOperationException($"docs/protocol.md has lost the comments around its block {block}.")
            : (begin + opening.Length, end);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder.FullName;
    }
}
