using System.Text.RegularExpressions;

namespace Testing.Folders;

/// <summary>
/// A project's C# files. Their using directives complete what the assembly tells: the compiler copies constants and does not keep where they came from. Namespaces must be
/// the folders' names, else neither source tells the truth.
/// </summary>
/// <param name="path">Where the project's files are.</param>
/// <param name="root">The project's root namespace.</param>
public sealed partial class SourceFolder(string path, string root)
{
    private const string TopLevelStatements = "Program.cs";

    /// <summary>A project below <c>src</c> whose folder is named as its root namespace.</summary>
    public static SourceFolder OfProject(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");

        return new SourceFolder(Path.Combine(folder.FullName, "src", name), name);
    }

    /// <param name="composition">Types that put the parts together and therefore may need all of them.</param>
    public IReadOnlyList<Arrow> Arrows(IReadOnlyCollection<string> composition) =>
        [.. Files().Where(file => !composition.Contains(Path.GetFileNameWithoutExtension(file))).SelectMany(ArrowsOf)];

    /// <summary>The files whose namespace is not their folder, with both.</summary>
    public IReadOnlyList<string> Misplaced() =>
        [
            .. Files()
                .Where(file => !string.Equals(Path.GetRelativePath(path, file), TopLevelStatements, StringComparison.Ordinal))
                .Select(file => (File: file, Written: Namespace().Match(File.ReadAllText(file)).Groups["name"].Value))
                .Where(file => !string.Equals(file.Written, NamespaceOf(file.File), StringComparison.Ordinal))
                .Select(file =>
                    $"{Path.GetRelativePath(path, file.File)}: '{file.Written}' instead of '{NamespaceOf(file.File)}'"
                ),
        ];

    /// <summary>Names of the files in which a text stands.</summary>
    public IReadOnlyList<string> FilesWith(Regex text) =>
        [.. Files().Where(file => text.IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file))];

    private IEnumerable<Arrow> ArrowsOf(string file)
    {
        var names = new FolderNames(root);
        var from = names.Of(NamespaceOf(file))!;
        return Using()
            .Matches(File.ReadAllText(file))
            .Select(match => names.Of(match.Groups["name"].Value))
            .OfType<string>()
            .Select(to => new Arrow(from, to, $"a using directive of {Path.GetFileName(file)}"));
    }

    private string NamespaceOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(path, file))!;
        return folder.Length == 0 ? root : $"{root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    private string[] Files() => Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(global )?using (static )?(\w+ = )?(?<name>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Using();
}
