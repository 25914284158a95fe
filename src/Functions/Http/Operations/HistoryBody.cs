using PaymentGateway.Http.Json;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Operations;

/// <summary>One line of an operation's audit trail.</summary>
internal sealed record HistoryBody(DateTime At, string? From, string To, string By, string Note)
{
    public static HistoryBody Of(HistoryEntry entry) =>
        new(
            entry.At.UtcDateTime,
            entry.From is { } from ? EnumWord<OperationStatus>.Of(from) : null,
            EnumWord<OperationStatus>.Of(entry.To),
            entry.By,
            entry.Note
        );
}
