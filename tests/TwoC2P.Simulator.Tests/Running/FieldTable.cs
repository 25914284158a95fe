namespace TwoC2P.Simulator.Tests.Running;

/// <summary>The published field table, one row per field.</summary>
internal static class FieldTable
{
    /// <summary>Message and field of each row but the arrays, which are the place of others.</summary>
    public static IEnumerable<(string Message, string Field)> ResponseFields() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "vectors", "fields.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(row => row[0].EndsWith("Response", StringComparison.Ordinal) || row[0] == "QPSendRes")
            .Where(row => row[2] != "array")
            .Select(row => (row[0], row[1]));
}
