using EndToEnd.Tests.Crashes.Proxy;

namespace EndToEnd.Tests.Crashes;

/// <summary>
/// Every request that leaves the app for one card refund that meets no difficulty, in about this order. <see cref="ConversationTests"/> finds out when it changes, so that no request goes without its kills.
/// </summary>
internal static class RefundSteps
{
    /// <summary>Only a process that has not read the merchant's secrets asks for them.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        "vault GET /secrets/E2E3-api-keys/versions",
        "vault GET /secrets/E2E3-api-keys/version",
        "vault GET /secrets/E2E3-secret-key/versions",
        "vault GET /secrets/E2E3-secret-key/version",
    ];

    /// <summary>From the shop's request to the answer that it is accepted.</summary>
    public static IReadOnlyList<string> Accept { get; } =
    [
        "tables GET keys(one)",
        "tables GET operations(invoice)",
        "gateway POST I",
        "tables POST keys",
        "tables POST outstanding",
        "tables POST $batch of index",
        "queues POST refunds/messages",
        "tables POST $batch",
    ];

    /// <summary>From the message to the end: the second transaction is the right to send, the third is the result.</summary>
    public static IReadOnlyList<string> Run { get; } =
    [
        "queues GET refunds/messages",
        "tables GET operations()",
        "tables PUT operations(op)",
        "tables GET operations() #2",
        "tables GET inbox()",
        "tables GET outstanding(one)",
        "tables GET index(op)",
        "tables GET learned()",
        "gateway POST RS",
        "tables POST $batch #2",
        "gateway POST R",
        "tables GET inbox() #2",
        "tables POST $batch of index #2",
        "tables POST $batch #3",
        "tables PATCH index(op)",
        "tables PATCH outstanding(one)",
        "queues DELETE refunds/messages/one",
    ];

    /// <summary>Each request, killed before it left and, if it may have changed anything, after its answer was lost.</summary>
    public static TheoryData<string, CutMoment> KilledAt(IEnumerable<string> steps)
    {
        var cases = new TheoryData<string, CutMoment>();
        foreach (var step in steps)
        {
            cases.Add(step, CutMoment.BeforeItLeft);
            if (MayHaveChanged(step))
                cases.Add(step, CutMoment.AfterItsAnswerWasLost);
        }

        return cases;
    }

    /// <summary>The steps that are worth a kill at a moment.</summary>
    public static TheoryData<string> KilledAt(IEnumerable<string> steps, CutMoment moment) =>
        [.. steps.Where(step => moment == CutMoment.BeforeItLeft || MayHaveChanged(step))];

    /// <summary>What only reads leaves the world as it was: whether its process dies before or after it is the same to everybody else. Taking a message from a queue hides it.</summary>
    private static bool MayHaveChanged(string step) =>
        !(
            step.StartsWith("tables GET ", StringComparison.Ordinal)
            || step.StartsWith("vault GET ", StringComparison.Ordinal)
            || step is "gateway POST I" or "gateway POST RS"
        );
}
