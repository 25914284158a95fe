namespace PaymentOperations;

/// <summary>
/// The metrics of the payment operations. Alerts and dashboards name them, so a name that has shipped stays. Every instance of the app reports the gauges with what its own last sweep saw: an alert takes the maximum over instances,
/// never the sum or the average.
/// </summary>
public static class OperationMetricNames
{
    /// <summary>The meter that they belong to.</summary>
    public const string Meter = "PaymentOperations";

    /// <summary>Counter: operations that were committed to the ledger. Tag <c>kind</c>.</summary>
    public const string Accepted = "operations.accepted";

    /// <summary>Counter: operations whose final state was committed, each once. Tags <c>kind</c>, <c>outcome</c>.</summary>
    public const string Completed = "operations.completed";

    /// <summary>Histogram in seconds: from accept to final state. Tags <c>kind</c>, <c>outcome</c>.</summary>
    public const string Duration = "operation.duration";

    /// <summary>Counter: 2C2P's callbacks. Tag <c>result</c>.</summary>
    public const string CallbackReceived = "callback.received";

    /// <summary>Gauge in seconds: age of the oldest operation that is ours to bring to an end.</summary>
    public const string OutstandingOldestAge = "operations.outstanding.oldest_age";

    /// <summary>Gauge: open operations that wait for a person.</summary>
    public const string NeedsReview = "operations.needs_review";

    /// <summary>Gauge: messages in a poison queue. Tag <c>queue</c>.</summary>
    public const string PoisonMessages = "queues.poison.messages";

    /// <summary>Counter: messages that were taken out of a poison queue. Tags <c>queue</c>, <c>result</c>: ours, quarantined.</summary>
    public const string PoisonCollected = "queues.poison.collected";

    /// <summary>Counter: attempts to read a secret from Key Vault that brought no usable value.</summary>
    public const string KeyVaultFailures = "keyvault.failures";

    /// <summary>Counter: attempts to deliver an event to a merchant's webhook. Tag <c>result</c>: delivered, refused, gone, timed_out, unreachable, forbidden_address.</summary>
    public const string WebhookAttempts = "webhooks.attempts";

    /// <summary>Counter: events whose delivery was given up.</summary>
    public const string WebhooksUndelivered = "webhooks.undelivered";

    /// <summary>Counter: lines of reconciliations' reports. Tag <c>finding</c>: agree, missing_here, missing_there, amount_differs, in_flight, unreadable, unasked.</summary>
    public const string ReconciliationFindings = "reconciliation.findings";
}
