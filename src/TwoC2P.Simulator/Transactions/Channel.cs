namespace TwoC2P.Simulator.Transactions;

/// <summary>How the customer paid: refunds of cards end at once, those of alternative payment methods later.</summary>
internal enum Channel
{
    Card,
    Apm,
}
