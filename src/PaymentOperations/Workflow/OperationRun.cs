using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>One run of one operation under its claim.</summary>
/// <param name="Merchant">Whose.</param>
/// <param name="Row">The operation as this run last wrote it.</param>
/// <param name="Ledger">Its invoice, read under the claim.</param>
/// <param name="Messages">Every verified message about it, read under the claim.</param>
/// <param name="Limits">Who runs, and how long it may take.</param>
/// <param name="TraceParent">Trace context for what follows.</param>
/// <param name="Stopping">The host is stopping: nothing new is begun.</param>
internal sealed record OperationRun(
    Merchant Merchant,
    OperationRow Row,
    InvoiceSnapshot Ledger,
    IReadOnlyList<InboxMessage> Messages,
    RunLimits Limits,
    string? TraceParent,
    CancellationToken Stopping
)
{
    /// <summary>What people said of it and is not weighed yet, read under the claim.</summary>
    public IReadOnlyList<PersonsWord> Words { get; init; } = [];

    /// <summary>What is known of the merchant's gateway and of the ledger it looks into, read under the claim; nothing for what asks neither.</summary>
    public LearnedFacts Learned { get; init; } = new(RefusesUserDefined: false);

    /// <summary>Messages that are not on record yet.</summary>
    public IReadOnlyList<InboxMessage> News => [.. Messages.Where(message => !message.IsApplied)];

    /// <summary>The operation that stands first in line, when it is another one.</summary>
    public OperationRow? Blocker => Ledger.Line is [var first, ..] && first.Id != Row.Id ? Ledger.Find(first.Id) : null;

    /// <summary>What the judge is given.</summary>
    public CaseFile File(OperationTimes times, DateTimeOffset now) => new(Row, Ledger, Messages, Merchant, times, now);
}
