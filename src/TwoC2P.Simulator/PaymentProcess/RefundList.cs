using TwoC2P.Simulator.Faults;
using TwoC2P.Simulator.PaymentAnswers;
using TwoC2P.Simulator.Runtime;
using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.PaymentProcess;

/// <summary>The entries that RS lists: the record, changed by each fault in the order in which they were ordered.</summary>
internal static class RefundList
{
    public static IReadOnlyList<RefundEntry> Of(Transaction transaction, FaultPlan faults, GatewayClock clock)
    {
        var youngest = faults.Find(FaultKinds.RefundStatusLags) is { } lag ? clock.Now - lag.Delay : DateTimeOffset.MaxValue;
        var withUserDefined = !faults.Has(FaultKinds.NoUserDefined);
        IEnumerable<Listed> entries = transaction
            .Refunds.Where(refund => refund.CreatedAt <= youngest)
            .Select(refund => new Listed(refund, AnswerShape.Entry(refund, withUserDefined, clock)));
        foreach (var fault in faults.Modifiers)
            entries = Change(entries, fault, transaction);
        return [.. entries.Select(listed => listed.Entry)];
    }

    private static IEnumerable<Listed> Change(IEnumerable<Listed> entries, Fault fault, Transaction transaction)
    {
        var concerns = FaultEntries.Of(fault, transaction);
        return fault.Kind switch
        {
            FaultKinds.EntryHidden => entries.Where(listed => !concerns(listed.Refund)),
            FaultKinds.EntryTwice => entries.SelectMany(listed => Enumerable.Repeat(listed, concerns(listed.Refund) ? 2 : 1)),
            FaultKinds.EntrySet => EachOne(entry =>
                fault.Fields!.Aggregate(entry.Entry, (set, field) => RefundEntryFields.Set(set, field.Key, field.Value))
            ),
            FaultKinds.EntryMarks => EachOne(listed =>
                listed.Entry with
                {
                    UserDefined = fault.Marks!.For(listed.Refund.UserDefined, transaction),
                }
            ),
            _ => entries,
        };

        IEnumerable<Listed> EachOne(Func<Listed, RefundEntry> change) =>
            entries.Select(listed => concerns(listed.Refund) ? listed with { Entry = change(listed) } : listed);
    }

    private sealed record Listed(Refund Refund, RefundEntry Entry);
}
