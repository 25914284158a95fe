using System.Globalization;

namespace Testing;

/// <summary>Names that let tests share one storage account: 3 to 63 letters and digits, valid for tables and queues.</summary>
public static class UniqueNames
{
    private static int _last;

    /// <summary>For example <c>t4711n1</c>, to be put before or instead of a table's or a queue's name.</summary>
    public static string Next() =>
        string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}n{Interlocked.Increment(ref _last)}");
}
