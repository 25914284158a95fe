namespace Fuzz.Inputs;

/// <summary>Changes bytes at random, a little or a lot: bits, ranges, words of the language, other inputs' halves, and one word many times over.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> words, IReadOnlyList<byte[]> others, int maxLength)
{
    private const int MostChanges = 8;
    private const int MostRepeats = 4096;

    public byte[] Mutate(byte[] input, Random random)
    {
        var changed = input;
        for (var changes = 1 + (int)(MostChanges * Math.Pow(random.NextDouble(), 3)); changes > 0; changes--)
            changed = Change(changed, random);

        return changed.Length <= maxLength ? changed : changed[..maxLength];
    }

    private byte[] Change(byte[] input, Random random)
    {
        var (from, to) = Range(input, random);
        var word = Of(words, random);
        return random.Next(16) switch
        {
            0 => Flip(input, random),
            1 => [.. input[..from], (byte)random.Next(256), .. input[from..]],
            2 => [.. input[..from], .. input[to..]],
            3 => [.. input[..to], .. input[from..]],
            4 => [.. input[..from], .. word, .. input[from..]],
            5 => [.. input[..from], .. word, .. input[to..]],
            6 => [.. input[..from], .. Half(Of(others, random), random)],
            7 => input[..from],
            8 => [.. input[..from], .. Repeat(word, random), .. input[from..]],
            _ => WithOtherValue(input, from, word),
        };
    }

    private static byte[] Flip(byte[] input, Random random)
    {
        var copy = (byte[])input.Clone();
        if (copy.Length > 0)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    // What stands between '>' and '<', or between two quotation marks, is a value: replacing one whole leaves the rest a message.
    private static byte[] WithOtherValue(byte[] input, int from, byte[] word)
    {
        var start = input.AsSpan(from).IndexOfAny((byte)'>', (byte)'"');
        if (start < 0)
            return input;

        start += from + 1;
        var end = input.AsSpan(start).IndexOf(input[start - 1] == '>' ? (byte)'<' : (byte)'"');
        return end < 0 ? input : [.. input[..start], .. word, .. input[(start + end)..]];
    }

    private byte[] Repeat(byte[] word, Random random)
    {
        var times = 1 + (int)(MostRepeats * Math.Pow(random.NextDouble(), 4));
        var room = Math.Max(1, maxLength / Math.Max(1, word.Length));
        return [.. Enumerable.Repeat(word, Math.Min(times, room)).SelectMany(each => each)];
    }

    private static byte[] Half(byte[] other, Random random) => other[random.Next(other.Length + 1)..];

    private static (int From, int To) Range(byte[] input, Random random)
    {
        var from = random.Next(input.Length + 1);
        var length = (int)((input.Length - from) * Math.Pow(random.NextDouble(), 3));
        return (from, from + length);
    }

    private static byte[] Of(IReadOnlyList<byte[]> list, Random random) => list.Count == 0 ? [] : list[random.Next(list.Count)];
}
