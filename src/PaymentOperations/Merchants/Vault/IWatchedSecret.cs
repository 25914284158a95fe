namespace PaymentOperations.Merchants.Vault;

/// <summary>A secret as the readiness probe sees it.</summary>
internal interface IWatchedSecret
{
    /// <summary>Whether the last reading failed, or found a newest version without the expected form. False for a secret that nobody has asked for.</summary>
    bool IsTroubled { get; }

    /// <summary>If it is troubled and a reading is due, begins one, so that the trouble ends with its cause even when nobody asks. Does not wait.</summary>
    void Recheck();
}
