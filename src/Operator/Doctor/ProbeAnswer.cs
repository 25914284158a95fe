namespace Operator.Doctor;

/// <summary>What came back over HTTP, before anything is believed.</summary>
/// <param name="Status">HTTP status; null when nothing answered.</param>
/// <param name="Date">The server's clock, if it told it.</param>
/// <param name="Body">The body's text.</param>
/// <param name="Failure">Why nothing answered.</param>
internal sealed record ProbeAnswer(int? Status, DateTimeOffset? Date, string Body, string? Failure);
