namespace Operator.Keys;

/// <summary>A list of keys cannot be read or changed as it was asked; nothing was written.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class KeyListException(string message) : Exception(message);
