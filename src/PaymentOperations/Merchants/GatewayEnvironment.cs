namespace PaymentOperations.Merchants;

/// <summary>Which of 2C2P's worlds a merchant lives in.</summary>
public enum GatewayEnvironment
{
    /// <summary>2C2P's demo system or our simulator; no real money.</summary>
    Sandbox,

    /// <summary>Real money.</summary>
    Live,
}
