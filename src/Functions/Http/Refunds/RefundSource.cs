namespace PaymentGateway.Http.Refunds;

/// <summary>Whose list of refunds is asked for.</summary>
internal enum RefundSource
{
    /// <summary>Our own record.</summary>
    Ledger,

    /// <summary>2C2P's record (process type RS), with refunds that were not made here.</summary>
    Gateway,
}
