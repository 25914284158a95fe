using PaymentOperations.Operations;

namespace PaymentOperations.Judgement;

/// <summary>What is to be done with a person's word.</summary>
internal abstract record ResolutionVerdict
{
    private ResolutionVerdict() { }

    /// <summary>It is followed.</summary>
    public sealed record Granted(Transition Transition) : ResolutionVerdict;

    /// <summary>There is nothing left to do: it was followed before, or the operation has come to that by itself.</summary>
    /// <param name="Note">Which of the two.</param>
    public sealed record Heard(string Note) : ResolutionVerdict;

    /// <summary>It is not followed.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="Contradictions">What 2C2P shows or said that contradicts it.</param>
    public sealed record Refused(string Reason, IReadOnlyList<ContradictingEntry> Contradictions) : ResolutionVerdict;

    /// <summary>2C2P does not answer: nothing is weighed without it.</summary>
    /// <param name="Note">Why not.</param>
    public sealed record Waits(string Note) : ResolutionVerdict;
}
