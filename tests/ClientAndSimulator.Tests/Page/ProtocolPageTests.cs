using System.Text.RegularExpressions;
using ClientAndSimulator.Tests.Table;

namespace ClientAndSimulator.Tests.Page;

/// <summary>docs/protocol.md says what the code does.</summary>
public sealed partial class ProtocolPageTests
{
    private const string HowToUpdate =
        "Write the page anew with UPDATE_DOCS=1 dotnet test --project tests/ClientAndSimulator.Tests, and look at what changed.";

    [Theory]
    [InlineData("verbs")]
    [InlineData("hashes")]
    [InlineData("settings")]
    [InlineData("fields")]
    public void Each_block_is_what_the_code_says(string block)
    {
        var content = block switch
        {
            "verbs" => VerbsBlock.Render(),
            "hashes" => HashesBlock.Render(),
            "settings" => SettingsBlock.Render(),
            _ => FieldsBlock.Render(),
        };
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1")
            ProtocolPage.Write(block, content);

        ProtocolPage.Read(block).ShouldBe(content, HowToUpdate);
    }

    [Fact]
    public void All_145_fields_are_there_once() =>
        PublishedField
            .All.Select(row => $"{row.Message} {row.Field}")
            .ShouldBe(Rows().Matches(ProtocolPage.Read("fields")).Aggregate(new List<string>(), Collect));

    [Fact]
    public void Nothing_is_explained_that_does_not_exist()
    {
        var fields = PublishedField.All.Where(row => !row.IsOfAnswer).Select(row => $"{row.Message} {row.Field}");

        RequestRules.All.ShouldBe(fields, ignoreOrder: true);
        SettingsBlock.ReasonsForNothing().ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_of_the_page_leads_somewhere()
    {
        var links = Link().Matches(ProtocolPage.Text()).Select(match => match.Groups["to"].Value).Distinct().ToList();

        links.Count.ShouldBeGreaterThan(10);
        links.Where(link => !Path.Exists(Path.Combine(ProtocolPage.Folder, link))).ShouldBeEmpty();
    }

    // A heading names the message of the rows below it.
    private static List<string> Collect(List<string> rows, Match match)
    {
        if (match.Groups["message"].Success)
            rows.Add($"{match.Groups["message"].Value} ");
        else if (rows[^1].EndsWith(' '))
            rows[^1] += match.Groups["field"].Value;
        else
            rows.Add($"{rows[^1].Split(' ')[0]} {match.Groups["field"].Value}");
        return rows;
    }

    [GeneratedRegex(
        "(?m)^### (?<message>\\w+)$|^\\| `(?<field>[^`]+)` ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Rows();

    [GeneratedRegex("\\]\\((?<to>[^)#:]+)(#[^)]*)?\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
