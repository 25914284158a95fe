namespace TwoC2P.Simulator.Faults;

/// <summary>Numbers that look random and are the same for the same seed, on every machine and runtime (SplitMix64).</summary>
internal static class SeededDraw
{
    private const double FractionOfTopBits = 1.0 / (1L << 53);

    /// <returns>The draw with this index: at least 0, below 1.</returns>
    public static double Next(long seed, int index)
    {
        unchecked
        {
            var mixed = (ulong)seed + ((ulong)index + 1) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * FractionOfTopBits;
        }
    }
}
