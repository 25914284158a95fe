using TwoC2P;

namespace PaymentOperations.Operations;

/// <summary>Something that 2C2P lists or verifiably said and that contradicts what a person says.</summary>
/// <param name="Key">Its name, by which a person says that it was looked at.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="MayBeOverruled">Whether a person may know better: it is not certain that it is this operation's.</param>
public sealed record ContradictingEntry(string Key, string Words, bool MayBeOverruled)
{
    /// <summary>The refund's reference at 2C2P, if it has one.</summary>
    public string? Reference { get; init; }

    /// <summary>Its status there.</summary>
    public string? Status { get; init; }

    /// <summary>Its amount, where one can be read.</summary>
    public Money? Amount { get; init; }
}
