using Fuzz.Growth;
using Fuzz.Parties;

namespace Fuzz.Tests;

public sealed class GrowthTests
{
    [Fact]
    public void Four_times_as_long_costs_four_times_as_much()
    {
        using var client = new ClientUnderTest();

        new GrowthRun(GrowthRun.TargetsOf(client)).TooMuchMemory().ShouldBeEmpty();
    }

    [Fact]
    public void A_reader_that_copies_the_rest_for_every_piece_is_found()
    {
        var sut = new GrowthRun([new Planted(CopyTheRest)]);

        sut.TooMuchMemory().ShouldNotBeEmpty();
    }

    private static int CopyTheRest(byte[] input)
    {
        var copied = 0;
        for (var rest = input.Length; rest > 4096; rest -= 4096)
            copied += input[..rest].Length;
        return copied;
    }
}
