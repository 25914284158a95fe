using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>One verified message, as what it says about this operation.</summary>
/// <param name="Saying">What it says.</param>
/// <param name="Attempt">The attempt that it answers; null where it does not say which.</param>
/// <param name="Reference">The refund's reference that it names.</param>
/// <param name="Answer">The raw fields.</param>
/// <param name="Source">Where it came from, in words.</param>
internal sealed record Statement(Saying Saying, int? Attempt, string? Reference, DecisiveAnswer Answer, string Source)
{
    /// <summary>Whether it is the answer that the operation's own row keeps: whatever was decided, was decided with it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether 2C2P listed it, as the reading of a sibling showed, since a person last decided something.</summary>
    public bool IsListed { get; init; }

    /// <summary>The message in words, for a person.</summary>
    public override string ToString() =>
        $"{Source} ({string.Join(", ", new[] { Answer.RespCode, Answer.EntryStatus ?? Answer.Status, Reference }.Where(text => !string.IsNullOrEmpty(text)))})";
}
