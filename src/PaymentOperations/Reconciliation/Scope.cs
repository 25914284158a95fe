using System.Globalization;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Reconciliation;

/// <summary>What a reconciliation is about: the operations of eight days and every open one, as far as they were accepted before it was started.</summary>
internal sealed class Scope(MerchantId merchantId, DateOnly date, DateTimeOffset startedAt)
{
    /// <summary>How many days a reconciliation looks back, its own included.</summary>
    public const int Days = 8;

    private readonly string _first = NameOf(date.AddDays(1 - Days));
    private readonly string _last = NameOf(date);

    /// <summary>Whose operations.</summary>
    public MerchantId MerchantId => merchantId;

    /// <summary>How many places there are to read from.</summary>
    public static int Sources => Days + TableKey.ShardCount;

    /// <summary>Whether a place is a day of <c>index</c>; else it is a shard of <c>outstanding</c>.</summary>
    public static bool IsDay(int source) => source < Days;

    /// <summary>The day that is read from one of the first places.</summary>
    public DateOnly DayOf(int source) => date.AddDays(source + 1 - Days);

    /// <summary>The partition that is read from one of the others.</summary>
    public string ShardOf(int source) => TableKey.OutstandingShard(source - Days, merchantId);

    /// <summary>Whether an operation gets a line. One that ended late is in <c>outstanding</c> until its watch has passed: one report sees its end.</summary>
    public bool Holds(OperationRow row) => row.CreatedAt <= startedAt && (!OpenOperations.Leaves(row) || HasDayOf(row.Id));

    /// <summary>Whether the operation stands in the index of one of the days.</summary>
    public bool HasDayOf(OperationId id) =>
        string.CompareOrdinal(id.Day, _first) >= 0 && string.CompareOrdinal(id.Day, _last) <= 0;

    public static string NameOf(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The day of a name; null when it is none.</summary>
    public static DateOnly? FindDate(string name) =>
        DateOnly.TryParseExact(name, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static DateOnly DateOf(string name) => DateOnly.ParseExact(name, "yyyyMMdd", CultureInfo.InvariantCulture);
}
