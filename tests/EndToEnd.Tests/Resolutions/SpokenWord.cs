using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Resolutions;

/// <summary>A word as it was said and answered, and what was seen right after it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Despite">The keys that were named with it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Operation">The operation after it.</param>
/// <param name="Requests">Requests that move money and have reached 2C2P.</param>
internal sealed record SpokenWord(Word Word, IReadOnlyList<string> Despite, Answer Answer, Answer Operation, int Requests)
{
    /// <summary>The keys of what contradicts it, and whether a person may know better.</summary>
    public IReadOnlyList<(string Key, bool MayBeOverruled)> Contradictions { get; } =
    [
        .. (Answer.Json["contradictions"]?.AsArray() ?? []).Select(entry =>
            (entry!["key"]!.ToString(), entry["mayBeOverruled"]!.GetValue<bool>())
        ),
    ];
}
