using TwoC2P.Simulator.Calls;
using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.Runtime;

namespace TwoC2P.Simulator.Delivery;

/// <summary>Keeps requests whose work comes after their caller has gone: at a moment, on command, after another request, or never.</summary>
internal sealed class LateWork(BackgroundWork background, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<HeldWork> _held = [];

    public IReadOnlyList<HeldWork> Read(HeldFilter filter)
    {
        lock (_gate)
            return _held.FindAll(filter.Fits);
    }

    public void Hold(Work work, Fault fault)
    {
        if (fault.When == FaultWords.Never)
            return;
        var now = time.GetUtcNow();
        var held = new HeldWork(fault.Name, fault.When, fault.When is null ? fault.At ?? now + fault.Delay : null, work);
        lock (_gate)
            _held.Add(held);
        if (held.At is { } at)
            background.RunAfter(at > now ? at - now : TimeSpan.Zero, () => Do(Take(known => ReferenceEquals(known, held))));
    }

    /// <summary>The work that waited for a request like this one; the caller does it once that request is through.</summary>
    public IReadOnlyList<Work> TakeNext(CallRecord call) =>
        [.. Take(held => held.When == FaultWords.AfterTheNextRequest && held.IsAbout(call)).Select(held => held.Work)];

    /// <summary>Does the work now, oldest first.</summary>
    /// <returns>How many requests it was.</returns>
    public int Release(HeldFilter filter) => Do(Take(filter.Fits));

    /// <summary>Forgets the work: it is never done.</summary>
    public int Drop(HeldFilter filter) => Take(filter.Fits).Count;

    private static int Do(List<HeldWork> taken)
    {
        foreach (var held in taken)
            held.Work.Do();
        return taken.Count;
    }

    private List<HeldWork> Take(Predicate<HeldWork> which)
    {
        lock (_gate)
        {
            var taken = _held.FindAll(which);
            _held.RemoveAll(taken.Contains);
            return taken;
        }
    }
}
