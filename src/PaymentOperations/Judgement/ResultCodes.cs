using TwoC2P.Codes;

namespace PaymentOperations.Judgement;

/// <summary>Result codes that are compared with stored text.</summary>
internal static class ResultCodes
{
    public static string AlreadyFullyRefunded => ResultCode.AlreadyFullyRefunded.Text;
    public static string AlreadyFullyRefundedWords => ResultCode.Table[ResultCode.AlreadyFullyRefunded];
    public static string SettlementRejected => ResultCode.SettlementRejected.Text;
    public static string AlreadySettled => ResultCode.AlreadySettled.Text;
}
