using Exploration.Model;

namespace Exploration;

/// <summary>Every payment and setting that is explored.</summary>
internal static class Scenarios
{
    private static readonly TimeSpan Vouched = TimeSpan.FromMinutes(5);

    public static IReadOnlyList<Scenario> All { get; } =
    [
        // One operation by itself, with many faults.
        One("a card refund, two cannot fit", 60) with
        {
            IsCard = true,
        },
        One("a card refund, two cannot fit, no marks", 60) with
        {
            IsCard = true,
            Marks = Marks.Missing,
        },
        One("a refund, two fit", 40),
        One("a refund, two fit, vouched", 40) with
        {
            DoneWithin = Vouched,
        },
        One("a refund, two fit, vouched, no marks", 40) with
        {
            DoneWithin = Vouched,
            Marks = Marks.Missing,
        },
        One("a refund, two fit, vouched, no marks, nobody in the portal", 40) with
        {
            DoneWithin = Vouched,
            Marks = Marks.Missing,
            IsPortalClosed = true,
        },
        One("a refund, pending at first, vouched", 40) with
        {
            DoneWithin = Vouched,
            TakesAsARule = true,
        },
        One("a refund, pending at first, no marks", 40) with
        {
            Marks = Marks.Missing,
            TakesAsARule = true,
        },
        One("a refund without a list, pending at first", 40) with
        {
            HasList = false,
            TakesAsARule = true,
        },
        One("a refund, clocks apart, vouched", 40) with
        {
            DoneWithin = Vouched,
            AreClocksApart = true,
        },
        One("a refund without a list, vouched", 40) with
        {
            HasList = false,
            DoneWithin = Vouched,
        },
        One("a refund, a lost operation of the same key is done", 40) with
        {
            Ghost = "RF",
            DoneWithin = Vouched,
        },
        One("a refund, a lost operation of the same key is pending", 40) with
        {
            Ghost = "RP",
        },
        One("a refund, a lost operation of the same key failed", 40) with
        {
            Ghost = "RFF",
            DoneWithin = Vouched,
        },
        // People settle what needs review.
        One("a refund, two fit, people settle it", 40) with
        {
            HasPersons = true,
        },
        One("a refund, two fit, no marks, people settle it", 40) with
        {
            Marks = Marks.Missing,
            HasPersons = true,
        },
        One("a refund, pending at first, people settle it", 40) with
        {
            TakesAsARule = true,
            HasPersons = true,
        },
        One("a refund without a list, people settle it", 40) with
        {
            HasList = false,
            HasPersons = true,
        },
        new("a settlement, people settle it", Plan.Settlement(100)) { HasPersons = true },
        new("a void, pending at first, people settle it", Plan.Void) { TakesAsARule = true, HasPersons = true },
        Two("two refunds, each fits twice, people settle them", 25, 25) with
        {
            HasPersons = true,
        },
        Two("two refunds, pending at first, people settle them", 25, 30) with
        {
            TakesAsARule = true,
            HasPersons = true,
        },
        new("a settlement, then a void, people settle them", Plan.Settlement(100), Plan.Void) { HasPersons = true },
        new("a settlement", Plan.Settlement(100)),
        new("a settlement of a part, clocks apart", Plan.Settlement(60)) { AreClocksApart = true },
        new("a void", Plan.Void) { AreClocksApart = true },
        new("a void, pending at first", Plan.Void) { TakesAsARule = true },
        // Two operations of one invoice.
        Two("two card refunds, the first cannot fit twice", 60, 40) with
        {
            IsCard = true,
        },
        Two("two card refunds, the first cannot fit twice, no marks", 60, 40) with
        {
            IsCard = true,
            Marks = Marks.Missing,
        },
        Two("two card refunds, the second cannot fit twice", 40, 60) with
        {
            IsCard = true,
        },
        Two("two refunds, each fits twice", 25, 25),
        Two("two refunds, each fits twice, vouched", 25, 25) with
        {
            DoneWithin = Vouched,
        },
        Two("two refunds, each fits twice, vouched, no marks", 25, 25) with
        {
            DoneWithin = Vouched,
            Marks = Marks.Missing,
        },
        Two("two refunds, each fits twice, vouched, no marks, nobody in the portal", 25, 25) with
        {
            DoneWithin = Vouched,
            Marks = Marks.Missing,
            IsPortalClosed = true,
        },
        Two("two card refunds, each fits twice, no marks, nobody in the portal", 25, 25) with
        {
            IsCard = true,
            Marks = Marks.Missing,
            IsPortalClosed = true,
        },
        Two("two refunds, pending at first, vouched", 40, 40) with
        {
            DoneWithin = Vouched,
            TakesAsARule = true,
        },
        Two("two refunds, clocks apart, vouched", 40, 30) with
        {
            DoneWithin = Vouched,
            AreClocksApart = true,
        },
        Two("two refunds without a list, vouched", 40, 40) with
        {
            HasList = false,
            DoneWithin = Vouched,
        },
        Two("two refunds of one key, vouched", 40, 40) with
        {
            IsTwin = true,
            DoneWithin = Vouched,
        },
        Two("two card refunds of one key", 60, 40) with
        {
            IsTwin = true,
            IsCard = true,
        },
        new("a settlement, then a void", Plan.Settlement(100), Plan.Void),
        new("a settlement of a part, then a refund", Plan.Settlement(60), Plan.Refund(40)),
        new("a settlement, then a settlement", Plan.Settlement(100), Plan.Settlement(100)),
        new("a void, then a settlement", Plan.Void, Plan.Settlement(100)),
        new("a void, then a void", Plan.Void, Plan.Void),
    ];

    private static Scenario One(string name, decimal amount) => new(name, Plan.Refund(amount));

    private static Scenario Two(string name, decimal first, decimal second) => new(name, Plan.Refund(first), Plan.Refund(second));
}
