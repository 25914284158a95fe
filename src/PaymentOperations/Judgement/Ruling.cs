namespace PaymentOperations.Judgement;

/// <summary>What the rules of a kind make of a person's word, objections aside.</summary>
/// <param name="Transition">What following it is.</param>
/// <param name="Refusal">Why it cannot be followed whatever the person knows.</param>
internal sealed record Ruling(Transition? Transition, string? Refusal)
{
    public static Ruling Follow(Transition transition) => new(transition, null);

    public static Ruling Refuse(string reason) => new(null, reason);
}
