namespace Operator.Api;

/// <summary>There was no answer, or none of the gateway's.</summary>
internal sealed class UnavailableException(string message, Exception? inner = null) : Exception(message, inner);
