namespace EndToEnd.Tests.Security.Strangers.Attempts;

/// <summary>Every way to reach for somebody's objects, by the function that is asked.</summary>
internal static class KnownAttempts
{
    private static readonly Dictionary<string, IReadOnlyList<Attempt>> ByFunction = OperationAttempts
        .All.Concat(ListAttempts.All)
        .Concat(GatewayAttempts.All)
        .Concat(OtherAttempts.All)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The attempts at a function, as GET also as HEAD. A function without one fails: nobody would know whom it answers.</summary>
    public static IReadOnlyList<Attempt> At(HttpFunction function)
    {
        ByFunction
            .ContainsKey(function.Name)
            .ShouldBeTrue(
                $"Nothing is tried with {function.Name} ({function.Route}): add to Security/Strangers/Attempts how a stranger would ask it for "
                    + "another merchant's objects, and to Objects and Owner what it can name."
            );
        return [.. ByFunction[function.Name], .. Heads(function)];
    }

    private static IEnumerable<Attempt> Heads(HttpFunction function) =>
        function.HasHead
            ? ByFunction[function.Name]
                .Select(attempt => attempt with { Of = of => attempt.Of(of) with { Method = HttpMethod.Head } })
            : [];
}
