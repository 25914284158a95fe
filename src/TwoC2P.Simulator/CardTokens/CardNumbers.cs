using System.Globalization;

namespace TwoC2P.Simulator.CardTokens;

/// <summary>The ids of new cards: 18 digits that never pass for a card number, so that a log can tell the two apart.</summary>
internal sealed class CardNumbers(TimeProvider time)
{
    private long _last = time.GetUtcNow().ToUnixTimeMilliseconds() * 100_000;

    public string Next()
    {
        string number;
        do
        {
            number = Interlocked.Increment(ref _last).ToString("D18", CultureInfo.InvariantCulture);
        } while (Pan.IsValid(number));

        return number;
    }
}
