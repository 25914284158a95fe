using System.Security.Cryptography;
using PaymentOperations.Operations;

namespace PaymentOperations.Events;

/// <summary>When a failed delivery is tried again.</summary>
internal static class DeliverySchedule
{
    private const int Factor = 3;

    /// <summary>The wait after so many failures: each is three times as long as the one before, up to the longest.</summary>
    public static TimeSpan WaitAfter(int failures, EventTimes times)
    {
        var wait = times.FirstWait.TotalSeconds * Math.Pow(Factor, failures - 1);
        return wait < times.LongestWait.TotalSeconds ? TimeSpan.FromSeconds(wait) : times.LongestWait;
    }

    /// <summary>The same with up to a tenth more: receivers that come back do not meet everybody at once.</summary>
    public static TimeSpan JitteredWaitAfter(int failures, EventTimes times) =>
        WaitAfter(failures, times) * (1 + RandomNumberGenerator.GetInt32(100) / 1000.0);
}
