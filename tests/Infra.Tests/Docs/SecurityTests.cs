using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Docs;

/// <summary>docs/security.md answers each demand with code and a test: both are there.</summary>
public sealed partial class SecurityTests
{
    private readonly string _sut = Repository.Read("docs", "security.md");

    [Fact]
    public void Every_file_that_it_names_exists()
    {
        var named = Named().Matches(_sut).Select(match => match.Groups["path"].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(40);
        named.Where(path => !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_demand_of_OWASP_is_answered_with_code_and_a_test()
    {
        var rows = _sut.Split('\n').Where(line => OwaspRow().IsMatch(line)).ToList();

        rows.Count.ShouldBe(10);
        rows.ShouldAllBe(row => row.Contains("`src/") && row.Contains("`tests/"));
    }

    [Fact]
    public void It_is_found_from_where_people_look()
    {
        Repository.Read("README.md").ShouldContain("(docs/security.md)");
        Repository.Read("SECURITY.md").ShouldContain("(docs/security.md)");
    }

    [GeneratedRegex(
        "`(?<path>(src|tests|infra|docs|\\.github|\\.ci|\\.config)/[^`*{}]+)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Named();

    [GeneratedRegex("^\\| API[0-9]+:2023 ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OwaspRow();
}
