using System.Net;

namespace PaymentGateway.Http.Notifications;

/// <summary>Settings <c>Notifications__…</c>.</summary>
public sealed class NotificationOptions
{
    /// <summary>
    /// From where callbacks are taken (<c>Notifications__AllowedAddresses</c>): addresses and CIDR ranges with commas between them, such as those that 2C2P publishes to merchants. Not set: from everywhere; the signature decides in
    /// any case.
    /// </summary>
    public string? AllowedAddresses { get; set; }

    /// <summary>What is wrong, or null.</summary>
    internal string? Problem() =>
        Parts().All(part => Parse(part) is not null)
            ? null
            : "Notifications__AllowedAddresses must be addresses and CIDR ranges with commas between them, such as 203.0.113.0/24,198.51.100.7.";

    /// <summary>The ranges; none: everywhere.</summary>
    internal IReadOnlyList<IPNetwork> Ranges() => [.. Parts().Select(Parse).OfType<IPNetwork>()];

    private string[] Parts() =>
        string.IsNullOrWhiteSpace(AllowedAddresses) ? [] : AllowedAddresses.Split(',', StringSplitOptions.TrimEntries);

    private static IPNetwork? Parse(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : null;
}
