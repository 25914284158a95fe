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

    /// <summary>Sends nothing but requests that are refused: no row and no message may ever name it (and no hash or random number can look like its id).</summary>
    public static WorldMerchant Refused { get; } = new("NOTRACE6", "notrace6-secret", Empty);

    /// <summary>Changes its keys at 2C2P before the app knows the new ones: no other test may use it.</summary>
    public static WorldMerchant Rotating { get; } = new("E2E7", "e2e7-secret", Empty);

    /// <summary>Changes its keys at 2C2P long after the app knows the new ones: no other test may use it.</summary>
    public static WorldMerchant RotatingLate { get; } = new("E2E17", "e2e17-secret", Empty);

    /// <summary>Calls for the first time while Key Vault is down: no other test may use it.</summary>
    public static WorldMerchant Late { get; } = new("E2E8", "e2e8-secret", Empty);

    /// <summary>Calls for the first time while Key Vault takes calls and does not answer: no other test may use it.</summary>
    public static WorldMerchant VeryLate { get; } = new("E2E18", "e2e18-secret", Empty);

    /// <summary>Adds cards that go wrong: before a card has an id, a fault can only be told by its merchant.</summary>
    public static WorldMerchant FaultyCards { get; } = new("E2E9", "e2e9-secret", Empty);

    /// <summary>Is asked for instalment options only: good answers are kept for a minute.</summary>
    public static WorldMerchant Options { get; } = new("E2E10", "e2e10-secret", Empty);

    /// <summary>Has all its operations held against 2C2P's word: no other test may use it.</summary>
    public static WorldMerchant Reconciled { get; } = new("E2E11", "e2e11-secret", Empty);

    /// <summary>Takes yen, which have no decimals.</summary>
    public static WorldMerchant Yen { get; } = new("E2E12", "e2e12-secret", With("Currency", "JPY"));

    /// <summary>Has limits of a day: no other test may use it.</summary>
    public static WorldMerchant Capped { get; } =
        new(
            "E2E16",
            "e2e16-secret",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Currency"] = "SGD",
                ["DailyRefundValue"] = "100",
                ["DailyLinkSends"] = "2",
            }
        );

    /// <summary>Has one object of every kind, which strangers reach for: no other test may use it.</summary>
    public static WorldMerchant Owner { get; } = new("E2E13", "e2e13-secret", Empty);

    /// <summary>Reaches for another merchant's objects: no other test may use it.</summary>
    public static WorldMerchant Stranger { get; } = new("E2E14", "e2e14-secret", Empty);

    /// <summary>Is given card numbers and bank accounts by the hundred.</summary>
    public static WorldMerchant Spender { get; } = new("E2E15", "e2e15-secret", Empty);

    /// <summary>The merchants that the sandbox does not know by itself, with each envelope that a test asks for.</summary>
    public static IReadOnlyList<WorldMerchant> All { get; } =
    [
        Plain,
        NoPortal,
        Bounded,
        NoEcho,
        RefusesEcho,
        Refused,
        Rotating,
        RotatingLate,
        Late,
        VeryLate,
        FaultyCards,
        Options,
        Reconciled,
        Yen,
        Capped,
        Owner,
        Stranger,
        Spender,
        Plain.In(Envelopes.Pkcs7),
        Bounded.In(Envelopes.Pkcs7),
        Rotating.In(Envelopes.Pkcs7),
        Rotating.In(Envelopes.Jose),
        RotatingLate.In(Envelopes.Jose),
        .. new[] { Plain, NoPortal, Bounded, NoEcho, RefusesEcho, FaultyCards, Options }.Select(each => each.In(Envelopes.Jose)),
    ];

    /// <summary>How its messages travel.</summary>
    public string Envelope { get; private init; } = Envelopes.Base64;

    public string ApiKey { get; } = $"test-{Id}";

    /// <summary>A merchant like this one whose messages travel in another envelope.</summary>
    public WorldMerchant In(string envelope) =>
        envelope == Envelope ? this : new WorldMerchant($"{Id}{envelope[0]}", SecretKey, Settings) { Envelope = envelope };

    private static Dictionary<string, string> With(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
