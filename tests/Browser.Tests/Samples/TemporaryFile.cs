namespace Browser.Tests.Samples;

/// <summary>A file in a folder of its own, for as long as a test needs it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sample-");

    public TemporaryFile(string name, string text)
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
