using TwoC2P.Simulator.Transactions;

namespace TwoC2P.Simulator.Faults;

/// <summary>Which entries of a refund list a fault concerns.</summary>
internal static class FaultEntries
{
    public const string All = "all";
    public const string Newest = "newest";
    public const string Oldest = "oldest";

    /// <summary>Those that were made after the fault had been ordered.</summary>
    public const string Later = "later";

    public static readonly string[] Words = [All, Newest, Oldest, Later];

    /// <summary>The selection at the moment of asking. A word that is none of <see cref="Words" /> is a reference.</summary>
    public static Func<Refund, bool> Of(Fault fault, Transaction transaction)
    {
        switch (fault.Entry ?? All)
        {
            case All:
                return _ => true;
            case Later:
                return refund => refund.Number > fault.OrderedAfter;
            case Newest:
                var newest = transaction.Refunds.MaxBy(refund => refund.Number);
                return refund => ReferenceEquals(refund, newest);
            case Oldest:
                var oldest = transaction.Refunds.MinBy(refund => refund.Number);
                return refund => ReferenceEquals(refund, oldest);
            default:
                return refund => refund.ReferenceNo == fault.Entry;
        }
    }
}
