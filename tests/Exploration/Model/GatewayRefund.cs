using TwoC2P;

namespace Exploration.Model;

/// <summary>A refund as it truly is at the gateway.</summary>
/// <param name="Operation">Whose it is; null for one that a person made in the portal.</param>
/// <param name="Attempt">Which request made it.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Status">RF, RP or RFF.</param>
/// <param name="Amount">What it moves.</param>
/// <param name="Marks">What the list shows of our marks.</param>
internal sealed record GatewayRefund(int? Operation, int Attempt, string Reference, string Status, Money Amount, Marks Marks)
{
    /// <summary>Whether the list shows its reference yet.</summary>
    public bool ShowsReference { get; init; } = true;

    /// <summary>Whether the list shows an amount that can be read.</summary>
    public bool ShowsAmount { get; init; } = true;

    /// <summary>Whether it was made by an operation that this copy of the ledger lost, with the first one's key.</summary>
    public bool IsGhost { get; init; }

    public bool IsDone => Status == "RF";

    public bool IsLive => Status is "RF" or "RP";
}
