namespace PaymentOperations.Telemetry;

/// <summary>What became of a callback. Finer than the answer that its sender gets (ADR 4).</summary>
internal enum CallbackResult
{
    /// <summary>Verified and not applied yet: the runner takes it into account.</summary>
    Stored,

    /// <summary>Verified, and applied before.</summary>
    Repeated,

    /// <summary>Verified, but it fits no operation.</summary>
    Quarantined,

    /// <summary>No hash of the merchant's key.</summary>
    Unverified,

    /// <summary>No message at all.</summary>
    Unreadable,

    /// <summary>For a merchant that is not configured.</summary>
    UnknownMerchant,

    /// <summary>Storage or Key Vault could not be reached; 2C2P is told to repeat it.</summary>
    Unavailable,
}
