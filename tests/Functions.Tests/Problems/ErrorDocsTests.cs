using System.Text.RegularExpressions;
using PaymentGateway.Http.Problems;
using Testing.Contract;

namespace Functions.Tests.Problems;

public sealed partial class ErrorDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "errors.md"));

    [Fact]
    public void every_code_is_explained_with_its_status_and_whether_to_repeat()
    {
        var documented = Entry()
            .Matches(Page)
            .Select(entry => (entry.Groups["code"].Value, entry.Groups["status"].Value, entry.Groups["retryable"].Value));

        documented.ShouldBe(
            ErrorCodes.All.Select(code => (code.Code, $"{code.Status}", code.Retryable ? "yes" : "no")),
            ignoreOrder: true
        );
    }

    [Fact]
    public void every_explanation_says_what_to_do()
    {
        var sections = Page.Split("\n### ").Skip(1);

        sections.ShouldAllBe(section => section.Contains("**What to do:** ", StringComparison.Ordinal));
    }

    [Fact]
    public void the_same_is_written_in_the_contract_and_so_on_the_page_that_type_leads_to()
    {
        var codes = ContractDocument.Current.Root["components"]!["schemas"]!["ErrorCode"]!;
        var described = codes["enum"]!.AsArray().Zip(codes["x-enum-descriptions"]!.AsArray(), (code, text) => $"{code}: {text}");

        Explanation().Matches(Page).Select(InOneLine).ShouldBe(described, ignoreOrder: true);
    }

    private static string InOneLine(Match entry)
    {
        var words = Link().Replace(entry.Groups["words"].Value.Replace("**", "", StringComparison.Ordinal), "${text}");
        return $"{entry.Groups["code"].Value}: HTTP {entry.Groups["status"].Value}. {string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }

    [Fact]
    public void no_code_is_used_twice()
    {
        ErrorCodes.All.Select(code => code.Code).ShouldBeUnique();
    }

    [GeneratedRegex(
        @"^### (?<code>\w+)\n\nHTTP (?<status>\d+) · retryable: (?<retryable>yes|no)\n\n\S",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^### (?<code>\w+)\n\nHTTP (?<status>\d+) · retryable: (yes|no)\n\n(?<words>.*?)(?=\n##|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Explanation();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
