using PaymentGateway.Http.Operations;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Events;

/// <summary>An event as receivers of webhooks and readers of the list read it.</summary>
internal sealed record EventBody
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTime Timestamp { get; init; }

    /// <summary>1 for the first event of its invoice.</summary>
    public required int Order { get; init; }

    /// <summary>The operation as it was then.</summary>
    public required OperationBody Data { get; init; }

    public static EventBody Of(PaymentEvent told) =>
        new()
        {
            Id = told.Id.ToString(),
            Type = told.Type.Text,
            Timestamp = told.At.UtcDateTime,
            Order = told.Order,
            Data = OperationBody.InList(told.Operation),
        };
}
