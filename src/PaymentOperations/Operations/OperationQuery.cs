namespace PaymentOperations.Operations;

/// <summary>Which operations are asked for. The days are UTC days of acceptance; at most 31 of them where all operations, or those that have ended, are listed and nothing is searched for.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Statuses">Only these statuses.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Cursor">Where the last page ended (<see cref="OperationPage.NextCursor"/>).</param>
public sealed record OperationQuery(DateOnly From, DateOnly To, OperationStatuses Statuses, OperationKind? Kind, string? Cursor)
{
    /// <summary>The first day of what is still open.</summary>
    public DateOnly OpenFrom { get; init; } = From;

    /// <summary>The last day of what is still open, included.</summary>
    public DateOnly OpenTo { get; init; } = To;

    /// <summary>What is looked for beside status and kind; null for a plain list. A search may cover any number of days.</summary>
    public OperationSearch? Search { get; init; }

    /// <summary>Only what changed at this moment or later, the oldest change first; any number of days.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>How many items a page has, 1 to <see cref="MaxItems"/>.</summary>
    public int Limit { get; init; } = MaxItems;

    /// <summary>The most items of a page.</summary>
    public const int MaxItems = 100;

    /// <summary>The most days of a list.</summary>
    public const int MaxDays = 31;
}
