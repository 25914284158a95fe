using Documentation.Tests.Reading;

namespace Documentation.Tests.Samples;

public sealed class LanguageTests
{
    [Fact]
    public void Every_language_that_is_demanded_is_here()
    {
        var present = SampleLanguage.Present.Select(language => language.Name).ToList();

        SampleLanguage.Demanded.Except(present, StringComparer.Ordinal).ShouldBeEmpty("install them, or change SAMPLES_REQUIRED");
        SampleLanguage
            .Demanded.Except(SampleLanguage.All.Select(language => language.Name), StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_language_has_the_three_programs_and_no_file_is_left_over()
    {
        var folder = Path.Combine(Documents.Root, "docs", "samples");
        var files = Directory
            .GetDirectories(folder)
            .SelectMany(Directory.GetFiles)
            .Select(path => Path.GetRelativePath(Documents.Root, path).Replace('\\', '/'));

        files.ShouldBe(
            SampleLanguage.All.SelectMany(language => new[] { "refund", "list", "webhook" }.Select(language.FileOf)),
            ignoreOrder: true
        );
    }

    [Fact]
    public void The_readme_of_the_samples_has_a_command_for_each()
    {
        var text = File.ReadAllText(Path.Combine(Documents.Root, "docs", "samples", "README.md"));

        foreach (var language in SampleLanguage.All)
        {
            text.ShouldContain(string.Join(' ', language.Command("refund")));
            text.ShouldContain(string.Join(' ', language.Command("list")));
            text.ShouldContain(language.FileOf("webhook"));
        }
    }
}
