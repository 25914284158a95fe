namespace PaymentOperations.Tests.Safety;

/// <summary>Whether the gateway's lists return the merchant's texts.</summary>
internal enum Marks
{
    On,
    Off,
    Mixed,
}
