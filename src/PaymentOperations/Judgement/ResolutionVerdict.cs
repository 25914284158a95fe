using PaymentOperations.Operations;

namespace PaymentOperations.Judgement;

/// <summary>What is to be done with a person's word.</summary>
internal abstract record ResolutionVerdict
{
    private ResolutionVerdict() { }

    /// <summary>It is followed.</summary>
    public sealed record Granted(Transition Transition) : ResolutionVerdict;

    /// <summary>It was followed before.</summary>
    public sealed record Heard : ResolutionVerdict;

    /// <summary>It is not followed.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="Contradictions">What 2C2P shows or said that contradicts it.</param>
    public sealed record Refused(string Reason, IReadOnlyList<ContradictingEntry> Contradictions) : ResolutionVerdict;

    /// <summary>2C2P does not answer: nothing is weighed without it.</summary>
    /// <param name="Note">Why not.</param>
    public sealed record Waits(string Note) : ResolutionVerdict;
}
