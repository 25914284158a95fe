namespace PaymentOperations.Notifications;

/// <summary>What became of a callback.</summary>
public enum NotificationResult
{
    /// <summary>Verified and stored (or stored before): 200.</summary>
    Stored,

    /// <summary>Verified but fits no operation; kept in quarantine: 200.</summary>
    Quarantined,

    /// <summary>Not verified, or for no configured merchant: 401, nothing stored.</summary>
    NotVerified,

    /// <summary>No message in the body: 400, nothing stored.</summary>
    Unreadable,

    /// <summary>Storage or Key Vault cannot be reached: 503, so that 2C2P repeats.</summary>
    Unavailable,
}
