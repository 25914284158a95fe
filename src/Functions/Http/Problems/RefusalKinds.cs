using TwoC2P.Codes;
using TwoC2P.QuickPay;

namespace PaymentGateway.Http.Problems;

/// <summary>What each of 2C2P's result codes means to callers (tables "Payment Maintenance result codes" and "QuickPay response codes"). The only place that knows.</summary>
internal static class RefusalKinds
{
    /// <summary>The meaning of a two-digit result; a code that the table does not list says nothing certain.</summary>
    public static RefusalKind Of(ResultCode code) =>
        code switch
        {
            _ when code == ResultCode.Success => throw new ArgumentException("Success is no refusal.", nameof(code)),
            _ when !code.IsListed => RefusalKind.Uncertain,
            _ when code == ResultCode.StoredCardNotFound
                    || code == ResultCode.InvalidStoredCardId
                    || code == ResultCode.TransactionNotFound => RefusalKind.NotFound,
            _ when code == ResultCode.InvalidTokenMerchant
                    || code == ResultCode.InvalidHash
                    || code == ResultCode.InvalidMerchant
                    || code == ResultCode.InvalidProcessType
                    || code == ResultCode.UnableToDecrypt
                    || code == ResultCode.ProcessNotSupported => RefusalKind.SettingsRefused,
            _ when code == ResultCode.TimedOut || code == ResultCode.NotAvailable || code == ResultCode.UnableToComplete =>
                RefusalKind.Uncertain,
            _ => RefusalKind.Refused,
        };

    /// <summary>The meaning of QuickPay's three-digit result; a code that the table does not list says nothing certain.</summary>
    public static RefusalKind Of(QuickPayResultCode code) =>
        code switch
        {
            _ when code == QuickPayResultCode.Success => throw new ArgumentException("Success is no refusal.", nameof(code)),
            _ when !code.IsListed || code == QuickPayResultCode.SystemDown => RefusalKind.Uncertain,
            _ when code == QuickPayResultCode.InvalidQuickPayId => RefusalKind.NotFound,
            // No code is dedicated to a wrong hash; 997 is the likeliest.
            _ when code == QuickPayResultCode.InvalidMerchant
                    || code == QuickPayResultCode.InvalidVersion
                    || code == QuickPayResultCode.InvalidRequestMessage => RefusalKind.SettingsRefused,
            _ => RefusalKind.Refused,
        };
}
