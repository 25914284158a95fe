namespace PaymentOperations.Merchants;

/// <summary>The scopes that an API key can have. The app asks for no others.</summary>
public static class ApiKeyScopes
{
    /// <summary>How the name of a scope ends that changes nothing; a publishable key can have no other.</summary>
    public const string ReadSuffix = ":read";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "payments:read",
        "refunds:write",
        "refunds:read",
        "settlements:write",
        "settlements:read",
        "voids:write",
        "voids:read",
        "operations:read",
        "operations:resolve",
        "events:read",
        "events:write",
        "quarantine:read",
        "reconciliations:read",
        "reconciliations:write",
        "installments:read",
        "cards:read",
        "cards:write",
        "recurring-plans:read",
        "recurring-plans:write",
        "quickpay:read",
        "quickpay:write",
    ];
}
