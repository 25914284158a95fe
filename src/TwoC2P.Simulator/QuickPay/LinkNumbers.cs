using System.Globalization;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>Ids and addresses of new links: ids have at most ten digits and do not repeat between runs.</summary>
internal sealed class LinkNumbers(TimeProvider time)
{
    private const string AddressOfLinks = "https://sandbox-pgw.2c2p.com/qpv2/1.0/QuickPay/";

    private long _last = time.GetUtcNow().ToUnixTimeSeconds();

    public string Next() => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);

    public static string UrlOf(string qpId) =>
        AddressOfLinks + long.Parse(qpId, CultureInfo.InvariantCulture).ToString("X", CultureInfo.InvariantCulture);
}
