namespace TwoC2P.Simulator.Control;

/// <summary>The body that registers a merchant. Not a record: a record would print its key.</summary>
internal sealed class NewMerchant
{
    public string? SecretKey { get; init; }
}
