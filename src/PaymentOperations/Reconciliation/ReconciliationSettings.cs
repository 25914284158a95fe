namespace PaymentOperations.Reconciliation;

/// <summary>Settings <c>Reconciliation__…</c>. The defaults are for Azure; checked at start.</summary>
public sealed class ReconciliationSettings
{
    /// <summary>A transaction of storage holds 100 rows: a slice's own two, and one for each of its payments.</summary>
    private const int MostInvoices = 98;

    /// <summary>The hour (UTC, 0 to 23) from which a day's reconciliation is started. 20 is three in the morning in Bangkok.</summary>
    public int Hour { get; set; } = 20;

    /// <summary>How many payments one slice looks at, at most.</summary>
    public int InvoicesPerSlice { get; set; } = 90;

    /// <summary>After this time a slice begins no further payment.</summary>
    public TimeSpan SliceTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many payments of one merchant are looked at side by side.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>The shortest time between two questions about one merchant's payments; zero: as fast as it goes.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long one worker has a slice to itself.</summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>When a run that nobody is at is waked again.</summary>
    public TimeSpan WakeAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a run waits for a 2C2P that gives no answers, before the report says so and the run goes on.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a payment that changes meanwhile is read, at most.</summary>
    public int Readings { get; set; } = 3;

    /// <summary>How many days back a reconciliation can be started. Reports are kept as long.</summary>
    public int KeptDays { get; set; } = 90;

    /// <summary>What is wrong with these settings, in words that name them; empty when they hold together.</summary>
    public IEnumerable<string> Problems()
    {
        if (Hour is < 0 or > 23)
            yield return $"Reconciliation__Hour is {Hour}; give an hour from 0 to 23 (UTC).";
        if (InvoicesPerSlice is < 1 or > MostInvoices)
            yield return $"Reconciliation__InvoicesPerSlice is {InvoicesPerSlice}; give 1 to {MostInvoices}.";
        if (AtOnce is < 1 or > 32)
            yield return $"Reconciliation__AtOnce is {AtOnce}; give 1 to 32.";
        if (Readings is < 1 or > 10)
            yield return $"Reconciliation__Readings is {Readings}; give 1 to 10.";
        if (KeptDays is < 1 or > 3650)
            yield return $"Reconciliation__KeptDays is {KeptDays}; give 1 to 3650.";
        if (Pace < TimeSpan.Zero || Pace > TimeSpan.FromSeconds(10))
            yield return $"Reconciliation__Pace is {Pace}; give 00:00:00 to 00:00:10.";
        if (SliceTime <= TimeSpan.Zero || Claim <= SliceTime)
            yield return $"Reconciliation__Claim is {Claim}; it must be longer than SliceTime ({SliceTime}), and both positive.";
        if (Patience < TimeSpan.Zero || Patience > TimeSpan.FromDays(1))
            yield return $"Reconciliation__Patience is {Patience}; give 00:00:00 to 1.00:00:00.";
        if (WakeAfter <= TimeSpan.Zero)
            yield return $"Reconciliation__WakeAfter is {WakeAfter}; give a positive duration (hh:mm:ss).";
    }
}
