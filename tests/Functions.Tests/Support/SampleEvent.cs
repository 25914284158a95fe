using PaymentOperations.Operations;

namespace Functions.Tests.Support;

/// <summary>A well-formed event.</summary>
internal static class SampleEvent
{
    public static PaymentEvent Succeeded { get; } =
        new()
        {
            Id = PaymentEventId.Parse("0198f2a0-64c2-7b51-8f0e-61a7d2c94e10"),
            Type = EventType.Succeeded,
            At = new(2026, 11, 23, 10, 0, 2, TimeSpan.Zero),
            Order = 2,
            Operation = Sample.Operation(status: OperationStatus.Succeeded),
        };
}
