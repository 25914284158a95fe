using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>The three things that a verified word of 2C2P can mean for an operation: done (T6), will be decided (T7), not done (T8).</summary>
internal static class Ending
{
    public static Transition Succeeded(
        OperationRow row,
        string rule,
        string note,
        GatewayResult gateway,
        DecisiveAnswer evidence,
        string? reference
    ) =>
        new()
        {
            Rule = rule,
            To = OperationStatus.Succeeded,
            Note = note,
            Gateway = gateway,
            Evidence = evidence,
            Reference = NewReference(row, reference),
            LeavesLine = row.InLine,
        };

    /// <summary>A refund whose reference is known leaves the line; a refund without one, and a void, keep their place until 2C2P has decided.</summary>
    public static Transition Pending(
        OperationRow row,
        string rule,
        string note,
        GatewayResult gateway,
        DecisiveAnswer evidence,
        string? reference
    ) =>
        new()
        {
            Rule = rule,
            To = OperationStatus.Pending,
            Note = note,
            Gateway = gateway,
            Evidence = evidence,
            Reference = NewReference(row, reference),
            LeavesLine = row.InLine && row.Kind == OperationKind.Refund && reference is not null,
        };

    public static Transition Failed(
        OperationRow row,
        string rule,
        string note,
        GatewayResult gateway,
        DecisiveAnswer? evidence
    ) =>
        new()
        {
            Rule = rule,
            To = OperationStatus.Failed,
            Note = note,
            Gateway = gateway,
            Evidence = evidence,
            LeavesLine = row.InLine,
        };

    private static string? NewReference(OperationRow row, string? reference) =>
        row.Kind == OperationKind.Refund && row.Reference is null ? reference : null;
}
