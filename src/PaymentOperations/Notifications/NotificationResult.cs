namespace PaymentOperations.Notifications;

/// <summary>What became of a callback.</summary>
public enum NotificationResult
{
    /// <summary>Verified and stored (or stored before): 200.</summary>
    Stored,

    /// <summary>Verified but fits no operation; kept in quarantine: 200.</summary>
    Quarantined,

    /// <summary>Not verified, not readable, or for no configured merchant: 401, nothing stored. One answer for all (ADR 4): a difference would be a padding oracle.</summary>
    NotVerified,

    /// <summary>Storage or Key Vault cannot be reached: 503, so that 2C2P repeats.</summary>
    Unavailable,
}
