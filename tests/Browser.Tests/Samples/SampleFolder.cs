using Microsoft.Playwright;

namespace Browser.Tests.Samples;

/// <summary>The samples of one language as files, each named after its operation.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    private SampleFolder(DirectoryInfo folder, IReadOnlyDictionary<string, string> texts, string extension)
    {
        this.folder = folder;
        Texts = texts;
        Files = texts.Keys.ToDictionary(id => id, id => Path.Combine(folder.FullName, $"{id}.{extension}"));
        foreach (var (id, text) in texts)
            File.WriteAllText(Files[id], text);
    }

    /// <summary>By operation id.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>By operation id.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What the page shows after the language was chosen.</summary>
    public static async Task<SampleFolder> ReadAsync(IPage page, string language, string extension)
    {
        await page.Locator("#language").SelectOptionAsync(language);
        var texts = await page.EvaluateAsync<Dictionary<string, string>>(
            "Object.fromEntries([...document.querySelectorAll('.op .sample pre')].map(pre => [pre.closest('.op').id, pre.textContent]))"
        );
        return new(Directory.CreateTempSubdirectory("samples-"), texts, extension);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
