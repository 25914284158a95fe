namespace PaymentGateway.Http.Health;

/// <summary>One part that the app needs.</summary>
internal sealed record HealthPartBody(string Name, bool Ready);
