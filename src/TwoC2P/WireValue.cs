namespace TwoC2P;

/// <summary>A field of an answer as 2C2P wrote it and as it was understood.</summary>
/// <param name="Text">The text as sent; null when the field is absent or empty.</param>
/// <param name="Value">What it means; null when absent or not understood.</param>
/// <typeparam name="T">The type of what is meant.</typeparam>
public readonly record struct WireValue<T>(string? Text, T? Value)
    where T : struct;
