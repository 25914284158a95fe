using System.Text.RegularExpressions;
using ClientAndSimulator.Tests.Page;

namespace ClientAndSimulator.Tests.Table;

/// <summary>Messages as real systems send them: each row has its tests, in whatever project they are at home.</summary>
public sealed partial class WireCaseTests
{
    private const int Rows = 15;

    private static readonly Lazy<HashSet<string>> Tests = new(() => [.. TestsOf(Path.Combine(ProtocolPage.Folder, "../tests"))]);

    public static TheoryData<int, string> Cases =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "wire-cases.csv"))
                .Skip(1)
                .Select(line => line.Split(';'))
                .Select(cells => (int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells[2])),
        ];

    [Fact]
    public void Every_row_has_one() => Cases.Select(row => row.Data.Item1).Distinct().Order().ShouldBe(Enumerable.Range(1, Rows));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_test_of_a_row_exists(int row, string test) =>
        Tests.Value.ShouldContain(
            test,
            $"Row {row} of wire-cases.csv names a test that is gone: name the one that took its place."
        );

    private static IEnumerable<string> TestsOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(
        "public (?:async Task|void) (?<name>\\w+)\\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Method();
}
