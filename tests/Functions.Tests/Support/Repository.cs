namespace Functions.Tests.Support;

/// <summary>The files of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The C# sources below a folder, by their path from the root.</summary>
    public static IReadOnlyDictionary<string, string> Sources(params string[] folder) =>
        Directory
            .EnumerateFiles(Path.Combine([Root, .. folder]), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Functions.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? FindRoot(parent)
        : throw new DirectoryNotFoundException("These tests run from the repository's own artifacts folder.");
}
