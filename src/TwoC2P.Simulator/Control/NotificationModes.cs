using TwoC2P.Simulator.Notifications;

namespace TwoC2P.Simulator.Control;

/// <summary>The ways in which callbacks can be ordered.</summary>
internal static class NotificationModes
{
    public const string Normal = "normal";
    public const string Duplicate = "duplicate";
    public const string Forged = "forged";

    /// <summary>
    /// What anybody can make of a genuine callback without a key: hashed values have no separators, so the end of a long status
    /// moves to the front of the approval code and the hash still fits.
    /// </summary>
    public const string ForgedTwin = "forged-twin";
    public const string OutOfOrder = "out-of-order";
    public const string RawPlus = "raw-plus";

    public static readonly string[] All = [Normal, Duplicate, Forged, ForgedTwin, OutOfOrder, RawPlus];

    /// <summary>What is sent for one notice.</summary>
    public static IReadOnlyList<RefundNotice> Sequence(RefundNotice notice, string? mode) =>
        mode switch
        {
            Duplicate => [notice, notice],
            OutOfOrder => [notice, notice.Claiming("RP")],
            ForgedTwin => [notice.Twin()],
            _ => [notice],
        };
}
