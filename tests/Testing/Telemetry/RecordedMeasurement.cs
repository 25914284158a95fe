namespace Testing.Telemetry;

/// <summary>One measurement.</summary>
/// <param name="Name">The instrument.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Tags">Name and value of each tag by name, such as <c>kind=refund outcome=failed</c>.</param>
public sealed record RecordedMeasurement(string Name, string? Unit, double Value, string Tags);
