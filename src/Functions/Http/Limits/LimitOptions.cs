namespace PaymentGateway.Http.Limits;

/// <summary>Settings <c>Limits__…</c>: how often one instance of the app lets itself be called. Each limit is a rate and a burst: so many calls at once after a quiet time.</summary>
public sealed class LimitOptions
{
    private const double MostPerSecond = 1_000_000;

    /// <summary>Calls per second with one API key; with a publishable one, from each address.</summary>
    public double KeyPerSecond { get; set; } = 50;

    /// <summary>Calls at once with it.</summary>
    public int KeyBurst { get; set; } = 500;

    /// <summary>Calls per second for one merchant, with all of its secret keys together; and again as many with all of its publishable ones.</summary>
    public double MerchantPerSecond { get; set; } = 100;

    /// <summary>Calls at once for one merchant.</summary>
    public int MerchantBurst { get; set; } = 1000;

    /// <summary>Calls per second from one address that are refused as 401 or 403; further ones are refused as 429.</summary>
    public double RefusedPerSecond { get; set; } = 10;

    /// <summary>Such calls at once.</summary>
    public int RefusedBurst { get; set; } = 300;

    /// <summary>Callbacks per second from one address that fail their verification; further callbacks from there are not verified at all.</summary>
    public double UnverifiedPerSecond { get; set; } = 1;

    /// <summary>Such callbacks at once.</summary>
    public int UnverifiedBurst { get; set; } = 60;

    /// <summary>Callbacks per second from everywhere that fail their verification; further callbacks are verified only where the address sent a true one within a day.</summary>
    public double AllUnverifiedPerSecond { get; set; } = 20;

    /// <summary>Such callbacks at once.</summary>
    public int AllUnverifiedBurst { get; set; } = 600;

    /// <summary>What is wrong, or null.</summary>
    internal string? Problem()
    {
        (string Name, double PerSecond, int Burst)[] limits =
        [
            ("Key", KeyPerSecond, KeyBurst),
            ("Merchant", MerchantPerSecond, MerchantBurst),
            ("Refused", RefusedPerSecond, RefusedBurst),
            ("Unverified", UnverifiedPerSecond, UnverifiedBurst),
            ("AllUnverified", AllUnverifiedPerSecond, AllUnverifiedBurst),
        ];
        foreach (var (name, perSecond, burst) in limits)
        {
            if (!(perSecond > 0 && perSecond <= MostPerSecond))
                return $"Limits__{name}PerSecond must be a number over 0 and at most {MostPerSecond:0}.";
            if (burst < 1)
                return $"Limits__{name}Burst must be a whole number of at least 1.";
        }

        return null;
    }
}
