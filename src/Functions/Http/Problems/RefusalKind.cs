namespace PaymentGateway.Http.Problems;

/// <summary>What a result other than success says about the request.</summary>
internal enum RefusalKind
{
    /// <summary>2C2P understood the request and will not do it.</summary>
    Refused,

    /// <summary>2C2P knows nothing of that id or number.</summary>
    NotFound,

    /// <summary>2C2P does not accept how this gateway speaks for the merchant: its id, key, version or envelope. The caller cannot change that.</summary>
    SettingsRefused,

    /// <summary>2C2P could not do it this moment, or did not say; a change may have been made all the same.</summary>
    Uncertain,
}
