namespace TwoC2P.Tests;

/// <summary>A row of the published field table.</summary>
internal sealed record FieldRow(string Message, string Field, string Type, int? Length, bool Mandatory);
