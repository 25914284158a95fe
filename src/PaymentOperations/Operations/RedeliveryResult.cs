namespace PaymentOperations.Operations;

/// <summary>What became of a request to deliver events again.</summary>
public abstract record RedeliveryResult
{
    private RedeliveryResult() { }

    /// <summary>They are due again, or are made so in the background.</summary>
    /// <param name="Id">Id of the request.</param>
    /// <param name="At">When it was accepted.</param>
    public sealed record Accepted(PaymentEventId Id, DateTimeOffset At) : RedeliveryResult;

    /// <summary>The merchant has no webhook (422 <c>webhook_not_configured</c>).</summary>
    public sealed record NotConfigured : RedeliveryResult;

    /// <summary>The merchant has no events of these ids (404 <c>event_not_found</c>).</summary>
    /// <param name="Ids">They.</param>
    public sealed record NotFound(IReadOnlyList<PaymentEventId> Ids) : RedeliveryResult;

    /// <summary>Storage could not be reached in time (503); to ask once more does no harm.</summary>
    public sealed record Unavailable : RedeliveryResult;
}
