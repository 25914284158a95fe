using PaymentOperations.Operations;

namespace PaymentOperations.Judgement;

/// <summary>The process types (PaymentProcessRequest: processType) of the requests that move money.</summary>
internal static class RequestLetters
{
    public static string Of(OperationKind kind) =>
        kind switch
        {
            OperationKind.Refund => "R",
            OperationKind.Settlement => "S",
            OperationKind.Void => "V",
            _ => throw new InvalidOperationException($"The kind {kind} has no request."),
        };
}
