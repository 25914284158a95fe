namespace PaymentOperations.Caps;

/// <summary>What came of asking a cap.</summary>
internal abstract record CapResult
{
    private CapResult() { }

    /// <summary>It counts from now on, whatever becomes of the request.</summary>
    public sealed record Reserved(CapReservation Reservation) : CapResult;

    /// <summary>The day has less left than that.</summary>
    /// <param name="Left">What is left.</param>
    /// <param name="BeginsAnewAt">When the day ends.</param>
    public sealed record Refused(long Left, DateTimeOffset BeginsAnewAt) : CapResult;
}
