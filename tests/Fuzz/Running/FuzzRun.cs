using Fuzz.Targets;

namespace Fuzz.Running;

/// <summary>Executes a target many times with inputs of its own making.</summary>
internal sealed class FuzzRun(int seed, HangWatch watch)
{
    private const int MostFindings = 5;

    /// <summary>Runs the executions with these numbers.</summary>
    public FuzzReport Execute(IFuzzTarget target, Range numbers, Action<int>? progress = null)
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        var most = 0L;
        for (var number = numbers.Start.Value; number < numbers.End.Value && findings.Count < MostFindings; number++)
        {
            var input = target.NewInput(RandomFor(target, number));
            var (outcome, allocated) = Read(target, number, input, findings);
            most = Math.Max(most, allocated);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            progress?.Invoke(number + 1 - numbers.Start.Value);
        }

        return new FuzzReport(target.Name, outcomes.Values.Sum(), outcomes, most, findings);
    }

    private (string Outcome, long Allocated) Read(IFuzzTarget target, int number, byte[] input, List<Finding> findings)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        watch.Begin(new Finding(target.Name, number, "does not end", input));
        string outcome;
        try
        {
            outcome = target.Read(input);
        }
#pragma warning disable CA1031 // That nothing escapes is what is tried here.
        catch (Exception escaped)
#pragma warning restore CA1031
        {
            outcome = escaped.GetType().Name;
            findings.Add(new Finding(target.Name, number, escaped.ToString(), input));
        }

        watch.Begin(null);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > WorkBound.For(input.Length))
            findings.Add(
                new Finding(target.Name, number, $"{allocated:N0} bytes of work for {input.Length:N0} bytes of input", input)
            );

        return (outcome, allocated);
    }

    // One generator per execution: each can be tried again by itself.
    private Random RandomFor(IFuzzTarget target, int number)
    {
        var mixed = 2166136261u ^ (uint)seed;
        foreach (var character in target.Name)
            mixed = (mixed ^ character) * 16777619u;
        return new Random((int)((mixed ^ (uint)number) * 2654435761u));
    }
}
