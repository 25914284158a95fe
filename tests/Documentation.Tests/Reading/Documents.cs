using System.Reflection;
using Markdig;
using Markdig.Syntax;

namespace Documentation.Tests.Reading;

/// <summary>What people read: README.md, docs/ and the READMEs beside the sources.</summary>
internal static class Documents
{
    public static string Root { get; } = Path.GetFullPath(Built("RepositoryRoot"));

    /// <summary>Where the build has put something.</summary>
    public static string Built(string name) =>
        typeof(Documents)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == name)
            .Value!;

    /// <summary>Every fenced block, in order.</summary>
    public static IReadOnlyList<CodeBlock> Blocks { get; } = [.. Files().SelectMany(BlocksOf)];

    private static IEnumerable<string> Files() =>
        Directory
            .GetFiles(Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetDirectories(Path.Combine(Root, "src")).SelectMany(folder => Directory.GetFiles(folder, "*.md")))
            .Concat(Directory.GetFiles(Path.Combine(Root, "infra"), "*.md"))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<CodeBlock> BlocksOf(string file)
    {
        var source = File.ReadAllText(Path.Combine(Root, file));
        var heading = "";
        foreach (var block in Markdown.Parse(source).Descendants().OfType<LeafBlock>())
        {
            if (block is HeadingBlock title)
                heading = source.Substring(title.Span.Start, title.Span.Length).TrimStart('#', ' ');
            else if (block is FencedCodeBlock fenced)
                yield return new CodeBlock(file, heading, fenced.Info ?? "", fenced.Line + 2, fenced.Lines.ToString());
        }
    }
}
