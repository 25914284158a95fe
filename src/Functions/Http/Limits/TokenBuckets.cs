namespace PaymentGateway.Http.Limits;

/// <summary>
/// One bucket of permits for each name: full at first, filled again at a steady rate, one permit per call. The framework's <c>TokenBucketRateLimiter</c> would be this, but it measures time by the machine's
/// own clock even where it is filled by hand, and then no test could tell when a permit comes back.
/// </summary>
/// <param name="perSecond">How many permits come back each second.</param>
/// <param name="burst">How many there are at most.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBuckets(double perSecond, int burst, TimeProvider time)
{
    /// <summary>How many names are remembered at most; further ones share one bucket until others are full again.</summary>
    internal const int MostNames = 20_000;

    private const string Rest = "";

    private readonly Lock guard = new();
    private readonly Dictionary<string, (double Permits, long At)> buckets = new(StringComparer.Ordinal);
    private long tidiedAt = time.GetTimestamp();

    /// <summary>Takes a permit.</summary>
    /// <returns>Null when there was one; else after how long there is one again.</returns>
    public TimeSpan? Take(string name)
    {
        lock (guard)
        {
            var now = time.GetTimestamp();
            var place = PlaceOf(name, now);
            var permits = PermitsOf(place, now);
            if (permits < 1)
                return TimeSpan.FromSeconds((1 - permits) / perSecond);

            buckets[place] = (permits - 1, now);
            return null;
        }
    }

    /// <summary>Whether a permit could be taken; takes none.</summary>
    public bool HasPermit(string name)
    {
        lock (guard)
        {
            var now = time.GetTimestamp();
            return PermitsOf(PlaceOf(name, now), now) >= 1;
        }
    }

    private double PermitsOf(string place, long now) => buckets.TryGetValue(place, out var bucket) ? Filled(bucket, now) : burst;

    private double Filled((double Permits, long At) bucket, long now) =>
        Math.Min(burst, bucket.Permits + (time.GetElapsedTime(bucket.At, now).TotalSeconds * perSecond));

    // Callers without a key choose how many names there are: memory has to end somewhere.
    private string PlaceOf(string name, long now)
    {
        if (buckets.Count < MostNames || buckets.ContainsKey(name))
            return name;

        if (time.GetElapsedTime(tidiedAt, now) >= TimeSpan.FromSeconds(1))
        {
            tidiedAt = now;
            foreach (
                var full in buckets.Where(bucket => Filled(bucket.Value, now) >= burst).Select(bucket => bucket.Key).ToList()
            )
                buckets.Remove(full);
        }

        return buckets.Count < MostNames ? name : Rest;
    }
}
