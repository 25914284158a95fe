using System.Runtime.CompilerServices;

namespace PaymentOperations.Intake;

/// <summary>Goes through several sorted indexes as through one.</summary>
internal static class Merged
{
    /// <summary>The entries of all sources in order; what stands at the same position in two of them comes once. It ends with the first source that ran out of its budget.</summary>
    /// <param name="sources">The sources, each in order.</param>
    /// <param name="order">The order of their positions.</param>
    /// <param name="budget">Says whether a source ran out.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    public static async IAsyncEnumerable<ListEntry> Of(
        IReadOnlyList<IAsyncEnumerable<ListEntry>> sources,
        IComparer<string> order,
        ReadBudget budget,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<IAsyncEnumerator<ListEntry>> all = [.. sources.Select(source => source.GetAsyncEnumerator(cancellationToken))];
        try
        {
            // Side by side: there may be many of them, and each has to be asked before the first of all is known.
            var found = await Task.WhenAll(all.Select(source => source.MoveNextAsync().AsTask()));
            List<IAsyncEnumerator<ListEntry>> open = [.. all.Where((_, index) => found[index])];
            string? last = null;
            while (open.Count > 0 && budget.StoppedAt is null)
            {
                var next = open.MinBy(source => source.Current.Position, order)!;
                if (next.Current.Candidate is null)
                    yield return next.Current;
                else if (next.Current.Position != last)
                {
                    last = next.Current.Position;
                    yield return next.Current;
                }

                if (!await next.MoveNextAsync())
                    open.Remove(next);
            }
        }
        finally
        {
            foreach (var source in all)
                await source.DisposeAsync();
        }
    }
}
