using PaymentOperations.Operations;

namespace PaymentOperations.Storage;

/// <summary>Where a page of the quarantine ended: <c>m</c> in the merchant's own part or <c>u</c> after it, and the last row's key.</summary>
internal static class QuarantineCursor
{
    private const char OfMerchant = 'm';
    private const char OfNobody = 'u';

    public static string Write(QuarantinedMessage last) => $"{(last.IsOwned ? OfMerchant : OfNobody)}{last.Id}";

    public static (bool IsUnowned, string After) Read(string? cursor) =>
        cursor is null ? (false, "") : (cursor[0] == OfNobody, cursor[1..]);
}
