namespace PaymentGateway.Http.Health;

/// <summary>Whether the app can work.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>notReady</c>.</param>
/// <param name="Parts">What was asked; names, no addresses.</param>
internal sealed record HealthBody(string Status, IReadOnlyList<HealthPartBody> Parts);
