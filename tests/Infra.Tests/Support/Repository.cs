using System.Reflection;

namespace Infra.Tests.Support;

/// <summary>The files that are tested; the build wrote down where they are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    public static string Infra => PathOf("infra");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Relative paths, with slashes, of the files below a folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Relative paths, with slashes, of all files that git keeps.</summary>
    public static async Task<IReadOnlyList<string>> TrackedAsync()
    {
        var listed = (await Tool.RunAsync("git", Root, ["ls-files", "-z"])).ShouldSucceed().Output;
        return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(PathOf(path)))];
    }

    public static string Metadata(string key) =>
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key)
            .Value!;
}
