namespace PaymentGateway.Http.Events;

/// <summary>A request to deliver events again that was accepted.</summary>
/// <param name="Id">Its id, for questions to whoever runs the gateway.</param>
/// <param name="AcceptedAt">When.</param>
internal sealed record RedeliveryBody(string Id, DateTime AcceptedAt);
