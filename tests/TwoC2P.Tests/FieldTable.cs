namespace TwoC2P.Tests;

/// <summary>The published field table, Vectors/fields.csv.</summary>
internal static class FieldTable
{
    public static IReadOnlyList<FieldRow> Rows(string message) => [.. All.Where(row => row.Message == message)];

    public static IEnumerable<string> Messages => All.Select(row => row.Message).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<FieldRow> All { get; } =
    [.. Vectors.Text("fields.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(ToRow)];

    // The first five columns are never quoted.
    private static FieldRow ToRow(string line)
    {
        var columns = line.Split(',', 6);
        return new FieldRow(
            columns[0],
            columns[1],
            columns[2],
            int.TryParse(columns[3], provider: null, out var length) ? length : null,
            columns[4] is "Y"
        );
    }
}
