namespace PaymentOperations.Operations;

/// <summary>
/// The durations of telling (settings <c>EventTimes__…</c>, <c>hh:mm:ss</c>). The defaults are for Azure; the sandbox and tests shorten them. Checked at start.
/// </summary>
public sealed class EventTimes
{
    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait after the first failed attempt; each later one is three times as long.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>No wait between two attempts is longer.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long an event is tried to be delivered, from when it happened or from when it was asked for again.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long one worker has an invoice's deliveries to itself after each of its writes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a pointer that met another worker is put off.</summary>
    public TimeSpan PutOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When the sweep first looks after a new event, and how long after a planned attempt that did not happen.</summary>
    public TimeSpan FirstCheck { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>An event is announced at least so quickly, or it is announced anew under a later id.</summary>
    public TimeSpan AnnounceWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Lists show events that are at least so old: no earlier one can then appear any more.</summary>
    public TimeSpan ListedAfter { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>What is wrong with these times, in words that name the setting; empty when they hold together.</summary>
    /// <param name="skew">How far two machines' clocks may be apart.</param>
    public IEnumerable<string> Problems(TimeSpan skew)
    {
        foreach (var (name, value) in Durations())
        {
            if (value <= TimeSpan.Zero)
                yield return $"EventTimes__{name} is {value}; give a positive duration (hh:mm:ss).";
        }

        if (ListedAfter < AnnounceWithin + skew)
            yield return $"EventTimes__ListedAfter is {ListedAfter}; it must be at least AnnounceWithin + OperationTimes__Skew ({AnnounceWithin + skew}), "
                + "or a list could pass an event that is just being written.";
        if (Lease <= Timeout)
            yield return $"EventTimes__Lease is {Lease}; it must be longer than Timeout ({Timeout}), or two workers deliver the same event.";
    }

    private IEnumerable<(string Name, TimeSpan Value)> Durations() =>
        [
            (nameof(Timeout), Timeout),
            (nameof(FirstWait), FirstWait),
            (nameof(LongestWait), LongestWait),
            (nameof(GiveUpAfter), GiveUpAfter),
            (nameof(Lease), Lease),
            (nameof(PutOff), PutOff),
            (nameof(FirstCheck), FirstCheck),
            (nameof(AnnounceWithin), AnnounceWithin),
            (nameof(ListedAfter), ListedAfter),
        ];
}
