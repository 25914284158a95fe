namespace Infra.Tests.Support;

/// <summary>A copy of a folder that a tool may change.</summary>
internal sealed class FolderCopy : IDisposable
{
    private readonly string _original;

    public FolderCopy(string original)
    {
        _original = original;
        Path = Directory.CreateTempSubdirectory("infra-tests-").FullName;
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(original, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path { get; }

    public IReadOnlyList<string> ChangedFiles() =>
        [
            .. Directory
                .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(Path, file))
                .Where(file =>
                    File.ReadAllText(System.IO.Path.Combine(Path, file))
                    != File.ReadAllText(System.IO.Path.Combine(_original, file))
                ),
        ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
