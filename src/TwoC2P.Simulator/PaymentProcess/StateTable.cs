using System.Collections.Frozen;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>
/// What each transaction status makes of void, settlement and refund: <see cref="Perform" />, or the code that refuses it.
/// Inquiry and refund status are always answered.
/// </summary>
internal static class StateTable
{
    /// <summary>The action may be performed; its own rules (amounts, cut-off) come next.</summary>
    public const string Perform = "";

    /// <summary>The refusal for a status that no row names.</summary>
    public const string NotInThisStatus = "12";

    private static readonly FrozenDictionary<string, Row> Rows = new Dictionary<string, Row>(StringComparer.Ordinal)
    {
        ["A"] = new(Void: Perform, Settle: Perform, Refund: "41"),
        ["AP"] = new(Void: Perform, Settle: "31", Refund: "12"),
        ["RS"] = new(Void: Perform, Settle: "39", Refund: "41"),
        ["S"] = new(Void: "21", Settle: "39", Refund: Perform),
        ["PPC"] = new(Void: "21", Settle: "39", Refund: Perform),
        ["PFC"] = new(Void: "21", Settle: "39", Refund: Perform),
        ["V"] = new(Void: "29", Settle: "12", Refund: "12"),
        ["VP"] = new(Void: "12", Settle: "12", Refund: "12"),
        ["PF"] = new(Void: "12", Settle: "12", Refund: "12"),
        ["EX"] = new(Void: "12", Settle: "12", Refund: "12"),
        ["AR"] = new(Void: "12", Settle: "12", Refund: "12"),
        ["FF"] = new(Void: "12", Settle: "12", Refund: "12"),
        ["IP"] = new(Void: "12", Settle: "12", Refund: "12"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Void(string status) => Rows.GetValueOrDefault(status)?.Void ?? NotInThisStatus;

    public static string Settle(string status) => Rows.GetValueOrDefault(status)?.Settle ?? NotInThisStatus;

    public static string Refund(string status) => Rows.GetValueOrDefault(status)?.Refund ?? NotInThisStatus;

    private sealed record Row(string Void, string Settle, string Refund);
}
