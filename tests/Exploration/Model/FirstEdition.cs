using PaymentOperations.Storage;

namespace Exploration.Model;

/// <summary>The rows as the first edition of the workflow left them: attempts without their answers, nothing of what lists showed, no doubt.</summary>
internal static class FirstEdition
{
    public static void Rewrite(World world)
    {
        world.WasUpgraded = true;
        for (var operation = 0; operation < 2; operation++)
            if (world.Operations[operation] is { Row: var row } state)
                world[operation] = state with { Row = Rewrite(row) };
    }

    private static OperationRow Rewrite(OperationRow row) =>
        row with
        {
            Attempts = [.. row.Attempts.Select(static attempt => attempt with { Answer = null, Licence = null })],
            Seen = [],
            DoubtSince = null,
            NotOfferedSince = null,
            ConflictKeys = [],
        };
}
