namespace PaymentOperations;

/// <summary>The traces of the payment operations.</summary>
public static class OperationTraceNames
{
    /// <summary>
    /// The activity source that they belong to. One operation is one trace, from the request that asked for it to its end: the request's trace context is kept with the operation, and every run and every callback goes on with it.
    /// </summary>
    public const string Source = "PaymentOperations";
}
