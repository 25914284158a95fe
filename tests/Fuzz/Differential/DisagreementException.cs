namespace Fuzz.Differential;

/// <summary>Client and simulator do not agree on a message.</summary>
internal sealed class DisagreementException(string who, string message) : Exception($"{who}: {message}");
