namespace EndToEnd.Tests.Worlds;

/// <summary>A merchant of the tests, each with the settings that a behaviour depends on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SecretKey">Its key for hashes.</param>
/// <param name="Settings">Its settings on top of the usual ones (without the prefix <c>Merchants__{id}__</c>).</param>
public sealed record WorldMerchant(string Id, string SecretKey, IReadOnlyDictionary<string, string> Settings)
{
    // Static members are initialized in the order of the text: this one first.
    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Vouches for nothing: what cannot be told is a person's to decide.</summary>
    public static WorldMerchant Plain { get; } = new("E2E1", "e2e1-secret", Empty);

    /// <summary>Vouches that nobody refunds in the portal.</summary>
    public static WorldMerchant NoPortal { get; } = new("E2E2", "e2e2-secret", With("NobodyRefundsInPortal", "true"));

    /// <summary>Vouches that 2C2P executes nothing later than two seconds after a request.</summary>
    public static WorldMerchant Bounded { get; } = new("E2E3", "e2e3-secret", With("DoneWithin", "00:00:02"));

    /// <summary>Never sends userDefined fields.</summary>
    public static WorldMerchant NoEcho { get; } = new("E2E4", "e2e4-secret", With("UserDefined", "off"));

    /// <summary>Finds out by itself that its gateway refuses userDefined fields.</summary>
    public static WorldMerchant RefusesEcho { get; } = new("E2E5", "e2e5-secret", Empty);

    public static IReadOnlyList<WorldMerchant> All { get; } = [Plain, NoPortal, Bounded, NoEcho, RefusesEcho];

    public string ApiKey => $"test-{Id}";

    private static Dictionary<string, string> With(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
