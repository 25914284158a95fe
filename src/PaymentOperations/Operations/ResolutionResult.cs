namespace PaymentOperations.Operations;

/// <summary>What came of a person's word.</summary>
public abstract record ResolutionResult
{
    private ResolutionResult() { }

    /// <summary>It was followed.</summary>
    /// <param name="Operation">The operation now.</param>
    /// <param name="Replayed">Whether an earlier request with this key said it.</param>
    public sealed record Settled(Operation Operation, bool Replayed) : ResolutionResult;

    /// <summary>It was not followed.</summary>
    /// <param name="Reason">Why, in words that say what to do.</param>
    /// <param name="Contradictions">What 2C2P shows or said that contradicts it.</param>
    public sealed record Refused(string Reason, IReadOnlyList<ContradictingEntry> Contradictions) : ResolutionResult;

    /// <summary>It is kept, and is weighed as soon as 2C2P answers.</summary>
    /// <param name="Operation">The operation as it is.</param>
    public sealed record Waiting(Operation Operation) : ResolutionResult;

    /// <summary>The merchant has no such operation.</summary>
    public sealed record NotFound : ResolutionResult;

    /// <summary>The key belongs to another word.</summary>
    public sealed record KeyReused : ResolutionResult;

    /// <summary>Storage or Key Vault could not be reached. The word may be kept: repeat it with the same key.</summary>
    public sealed record Unavailable : ResolutionResult;
}
