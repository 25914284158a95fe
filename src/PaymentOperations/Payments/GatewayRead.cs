using PaymentOperations.Operations;

namespace PaymentOperations.Payments;

/// <summary>What came of reading something at 2C2P. Reads change nothing and may always be repeated.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record GatewayRead<T>
{
    private GatewayRead() { }

    /// <summary>A verified answer.</summary>
    public sealed record Found(T Value) : GatewayRead<T>;

    /// <summary>2C2P knows no such payment, or spells its number otherwise (404 <c>payment_not_found</c>).</summary>
    public sealed record NotFound(GatewayResult Gateway) : GatewayRead<T>;

    /// <summary>2C2P refused (422 <c>gateway_refused</c>).</summary>
    public sealed record Refused(GatewayResult Gateway) : GatewayRead<T>;

    /// <summary>2C2P's server does not take what this merchant signs (HTTP 401) or seals (HTTP 400) (422 <c>gateway_settings_refused</c>).</summary>
    public sealed record NotTaken(int HttpStatus) : GatewayRead<T>;

    /// <summary>The answer cannot be read or verified (502).</summary>
    public sealed record Unverifiable : GatewayRead<T>;

    /// <summary>The question never left (503).</summary>
    public sealed record NeverSent : GatewayRead<T>;

    /// <summary>No answer in time (504).</summary>
    public sealed record NoAnswer : GatewayRead<T>;
}
