using System.Security.Cryptography;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>Words that stand in the owner's objects, each in one place and nowhere else.</summary>
internal sealed class OwnersWords
{
    public string Invoice { get; } = $"OWN-{Word()}";

    public string Reason { get; } = $"reason {Word()}";

    public string Order { get; } = Word();

    public string Holder { get; } = $"Holder {Word()}";

    public string Email { get; } = $"{Word()}@owner.example";

    public string PlanPrefix { get; } = Word();

    public string LinkPrefix { get; } = Word();

    public string Description { get; } = $"description {Word()}";

    public string Bank { get; } = $"Bank {Word()}";

    public IReadOnlyList<string> All => [Invoice, Reason, Order, Holder, Email, PlanPrefix, LinkPrefix, Description, Bank];

    private static string Word() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 12);
}
