namespace TwoC2P.Simulator.Faults;

/// <summary>The faults that meet one call.</summary>
internal sealed record FaultPlan(Fault? Interruption, IReadOnlyList<Fault> Modifiers)
{
    /// <summary>All of them, joined with commas; null when there are none.</summary>
    public string? Names =>
        Interruption is null && Modifiers.Count == 0
            ? null
            : string.Join(',', Modifiers.Prepend(Interruption).OfType<Fault>().Select(fault => fault.Kind));

    public bool Has(string kind) => Find(kind) is not null;

    public IEnumerable<Fault> FindAll(string kind) => Modifiers.Where(fault => fault.Kind == kind);

    public Fault? Find(string kind) => Modifiers.FirstOrDefault(fault => fault.Kind == kind);
}
