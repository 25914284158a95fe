using PaymentOperations.Operations;

namespace PaymentOperations.Telemetry;

/// <summary>The words of our types in metrics and traces. Fixed here, so that what comes from outside never becomes a tag.</summary>
internal static class Words
{
    public static string Of(OperationKind kind) =>
        kind switch
        {
            OperationKind.Refund => "refund",
            OperationKind.Settlement => "settlement",
            OperationKind.Void => "void",
        };

    public static string Of(OperationStatus status) =>
        status switch
        {
            OperationStatus.Accepted => "accepted",
            OperationStatus.Submitting => "submitting",
            OperationStatus.Pending => "pending",
            OperationStatus.Unknown => "unknown",
            OperationStatus.Succeeded => "succeeded",
            OperationStatus.Failed => "failed",
        };

    public static string Of(CallbackResult result) =>
        result switch
        {
            CallbackResult.Stored => "stored",
            CallbackResult.Repeated => "repeated",
            CallbackResult.Quarantined => "quarantined",
            CallbackResult.Unverified => "unverified",
            CallbackResult.Unreadable => "unreadable",
            CallbackResult.UnknownMerchant => "unknown_merchant",
            CallbackResult.Unavailable => "unavailable",
        };
}
