using System.Collections.Immutable;
using PaymentOperations.Copies;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace Exploration.Model;

/// <summary>The ledger is put back from a copy of the moment when its operations had just been accepted. Hints, messages and the gateway know more.</summary>
internal static class OlderCopy
{
    /// <summary>What nothing knows of cannot be held against anything: an operation whose first request left after the hint was written.</summary>
    public static bool IsPossible(World world) =>
        !world.WasRestored
        && world.Operations.Any(static state => state?.Row.Attempts.Count > 0)
        && world.Operations.All(static state =>
            state is null || (state.Flight is null && (!state.Row.MaybeSent.Any() || state.Hint != OperationStatus.Accepted))
        );

    public static void Restore(World world)
    {
        world.WasRestored = true;
        world.References = ImmutableDictionary<string, OperationId>.Empty;
        var reserved = Money.Zero;
        for (var operation = 0; operation < 2; operation++)
        {
            if (world.Operations[operation] is not { Row: var row } state)
                continue;
            world[operation] = state with { Row = AsAccepted(row, world.Now) };
            if (row.Kind == OperationKind.Refund)
                reserved += row.Amount!.Value;
        }

        world.Invoice = world.Invoice with { Reserved = reserved };
    }

    /// <summary>Nothing runs while a copy is put back; what ran before may have sent anything.</summary>
    public static bool IsPutBackPossible(World world) =>
        !world.WasRestored
        && world.Operations.Any(static state => state?.Row.Attempts.Count > 0)
        && world.Operations.All(static state => state is null or { Flight: null });

    /// <summary>Ledger and hints are put back together, by the command for it: no hint knows more.</summary>
    public static void PutBack(World world)
    {
        Restore(world);
        for (var operation = 0; operation < 2; operation++)
            if (world.Operations[operation] is { } state)
                world[operation] = state with
                {
                    Row = Restored.Of(state.Row, world.Now, world.Scenario.Times),
                    Hint = OperationStatus.Unknown,
                };
    }

    private static OperationRow AsAccepted(OperationRow row, DateTimeOffset now) =>
        new()
        {
            Id = row.Id,
            Kind = row.Kind,
            MerchantId = row.MerchantId,
            InvoiceNo = row.InvoiceNo,
            Amount = row.Amount,
            KeyHash = row.KeyHash,
            ApiKeyId = row.ApiKeyId,
            Status = OperationStatus.Accepted,
            StatusSince = row.CreatedAt,
            Seq = row.Seq,
            NextActionAt = now,
            NextEvent = 1,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
        };
}
