using System.Globalization;

namespace PaymentOperations.Caps;

/// <summary>
/// Where a reservation stands in the table <c>caps</c>. The amount is a part of its name: of two requests with one key only one can be accepted, and it must not count as what the other asked for.
/// </summary>
/// <param name="Partition">Merchant, day and cap: what is changed in one transaction.</param>
/// <param name="Row">The key and the amount.</param>
internal sealed record CapPlace(string Partition, string Row)
{
    public static CapPlace Of(CapUse use, CapDay day, string keyHash) =>
        new(PartitionOf(use, day), string.Create(CultureInfo.InvariantCulture, $"key-{keyHash}-{use.Amount}"));

    public static string PartitionOf(CapUse use, CapDay day) =>
        string.Create(CultureInfo.InvariantCulture, $"{use.MerchantId}|{day.Date:yyyy-MM-dd}|{use.Kind}");
}
