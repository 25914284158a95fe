using Fuzz.Targets;

namespace Fuzz.Tests;

/// <summary>A reader whose faults are known.</summary>
internal sealed class Planted(Func<byte[], int> read, Func<Random, byte[]>? newInput = null) : IFuzzTarget
{
    public string Name => "planted";

    public byte[] NewInput(Random random) => newInput?.Invoke(random) ?? [1, 2, 3];

    public string Read(byte[] input) => read(input) >= 0 ? "Read" : "Refused";
}
