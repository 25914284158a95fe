using System.Globalization;
using TwoC2P.Codes;

namespace PaymentOperations.Judgement;

/// <summary>Which results say for certain that 2C2P did nothing.</summary>
internal static class Refusals
{
    /// <summary>
    /// 02–18, 2x–5x, 6x and 97, but not 29, 34, 39, 42 and 49: those may speak of what an earlier request of ours did. 95, 96, 98, 99 and codes that the table does not list say
    /// nothing certain.
    /// </summary>
    public static bool IsCertain(ResultCode code)
    {
        if (
            !code.IsListed
            || code == ResultCode.AlreadyVoided
            || code == ResultCode.SettlementRejected
            || code == ResultCode.AlreadySettled
            || code == ResultCode.RefundPending
            || code == ResultCode.AlreadyFullyRefunded
        )
            return false;

        return int.Parse(code.Text, CultureInfo.InvariantCulture) is (>= 2 and <= 18) or (>= 20 and <= 69) or 97;
    }
}
