namespace PaymentOperations.Operations;

/// <summary>Which operations are asked for. The days are UTC days of acceptance; at most 31 of them, unless something is searched for or is still open.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Status">Only this status.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Cursor">Where the last page ended (<see cref="OperationPage.NextCursor"/>).</param>
public sealed record OperationQuery(DateOnly From, DateOnly To, OperationStatus? Status, OperationKind? Kind, string? Cursor)
{
    /// <summary>What is looked for beside status and kind; null for a plain list by day. A search may cover any number of days.</summary>
    public OperationSearch? Search { get; init; }

    /// <summary>How many items a page has, 1 to <see cref="MaxItems"/>.</summary>
    public int Limit { get; init; } = MaxItems;

    /// <summary>The most items of a page.</summary>
    public const int MaxItems = 100;

    /// <summary>The most days of a list.</summary>
    public const int MaxDays = 31;
}
