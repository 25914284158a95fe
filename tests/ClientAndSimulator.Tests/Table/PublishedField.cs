using System.Text.RegularExpressions;

namespace ClientAndSimulator.Tests.Table;

/// <summary>A row of the table of fields that 2C2P publishes, as it is published.</summary>
/// <param name="Message">The root element, or QuickPay's key.</param>
/// <param name="Field">The name; of a list's item: the item and the attribute.</param>
/// <param name="Type">C, N, D, date or array.</param>
/// <param name="Length">The longest value; for decimals <c>2,2</c>; may be missing.</param>
/// <param name="Mandatory">Y, N or C (depends).</param>
internal sealed partial record PublishedField(string Message, string Field, string Type, string Length, string Mandatory)
{
    public static IReadOnlyList<PublishedField> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "fields.csv"))
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(Of),
    ];

    /// <summary>Whether 2C2P writes it.</summary>
    public bool IsOfAnswer =>
        Message.EndsWith("Response", StringComparison.Ordinal) || Message.EndsWith("Res", StringComparison.Ordinal);

    private static PublishedField Of(string line)
    {
        var columns = Comma().Split(line).Select(column => column.Trim('"')).ToArray();
        return new PublishedField(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    // A comma with an even number of quotation marks after it stands between columns.
    [GeneratedRegex(
        ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Comma();
}
