namespace PaymentOperations.Caps;

/// <summary>What a merchant's day can be capped in. The names are in the partitions of the table <c>caps</c>: one that has shipped stays.</summary>
public enum CapKind
{
    /// <summary>The value of the refunds that are accepted, in hundredths of the merchant's currency.</summary>
    Refunds,

    /// <summary>The recipients that payment links are sent to.</summary>
    LinkSends,
}
