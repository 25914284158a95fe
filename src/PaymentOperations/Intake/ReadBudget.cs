namespace PaymentOperations.Intake;

/// <summary>How much one request for a page may still read. Where it ends, the page ends with a cursor, however few items it has.</summary>
/// <param name="pages">Pages of indexes.</param>
internal sealed class ReadBudget(int pages = 64)
{
    private int _pages = pages;
    private int _rows = 1_000;

    /// <summary>Where reading was stopped, to go on behind it; null while it was not.</summary>
    public string? StoppedAt { get; private set; }

    /// <summary>Takes one more page of an index; false when there are no more to be had.</summary>
    public bool TryTakePage() => Interlocked.Decrement(ref _pages) >= 0;

    /// <summary>Takes one more row of the ledger; false when there are no more to be had.</summary>
    public bool TryTakeRow() => _rows-- > 0;

    /// <summary>Ends the page here.</summary>
    public void StopAt(string position) => StoppedAt = position;
}
