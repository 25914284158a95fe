namespace TwoC2P.Simulator.Tests.MoneyCases;

/// <summary>One way to produce a row of the table: what is ordered and sent, and what a merchant sees of it, in order.</summary>
internal sealed record MoneyCase(int Number, string Variant, Func<Stage, Task> Play, params string[] Seen)
{
    public override string ToString() => Variant.Length == 0 ? $"{Number}" : $"{Number} {Variant}";
}
