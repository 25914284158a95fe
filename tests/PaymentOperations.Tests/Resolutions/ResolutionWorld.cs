using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Resolutions;

internal static class ResolutionWorld
{
    private static int _keys;

    public static ResolveCommand Word(
        this World world,
        OperationId id,
        ResolutionOutcome outcome,
        string? reference = null,
        string[]? despite = null,
        string? key = null
    ) =>
        new()
        {
            Merchant = world.Merchant,
            OperationId = id,
            Outcome = outcome,
            Reference = reference,
            Despite = despite ?? [],
            Actor = "Mei Tan",
            Reason = "I looked",
            LookedAt = "the portal",
            IdempotencyKey = key ?? $"word-{Interlocked.Increment(ref _keys)}",
            ApiKeyId = "back-office",
        };

    public static Task<ResolutionResult> SayAsync(
        this World world,
        OperationId id,
        ResolutionOutcome outcome,
        string? reference = null,
        string[]? despite = null,
        string? key = null
    ) => world.Get<IResolutionIntake>().ResolveAsync(world.Word(id, outcome, reference, despite, key));
}
