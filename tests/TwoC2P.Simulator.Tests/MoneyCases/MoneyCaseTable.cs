using System.Globalization;

namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>The sequences that a payment product has to survive, one row each.</summary>
internal static class MoneyCaseTable
{
    /// <summary>The numbers of the rows in which the gateway does something, as opposed to our own storage or hosting.</summary>
    public static IReadOnlyList<int> ThatConcernTheGateway =>
        [.. Rows.Where(row => row[1] == "gateway").Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))];

    public static IReadOnlyList<string[]> Rows =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "vectors", "money-cases.csv"))
                .Skip(1)
                .Select(line => line.Split(',', 3)),
        ];
}
