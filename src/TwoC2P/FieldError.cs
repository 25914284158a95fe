namespace TwoC2P;

/// <summary>What is wrong with one field, in words that say what to change.</summary>
/// <param name="Field">2C2P's name of the field, with its parent for list items (<c>subMerchant subAmount</c>).</param>
/// <param name="Problem">What to change; never contains the value.</param>
public sealed record FieldError(string Field, string Problem);
