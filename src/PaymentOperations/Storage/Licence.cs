namespace PaymentOperations.Storage;

/// <summary>Why an attempt could not be a second execution. The numbers are in stored rows.</summary>
internal enum Licence
{
    /// <summary>Nothing was ever sent before it.</summary>
    First = 1,

    /// <summary>Two refunds of this amount do not fit into what is left of the payment.</summary>
    CannotFitTwice = 2,

    /// <summary>The merchant vouches that 2C2P does nothing this late (setting <c>DoneWithin</c>).</summary>
    DoneWithin = 3,

    /// <summary>2C2P does this once per payment (settlement, void).</summary>
    OncePerPayment = 4,

    /// <summary>A person looked, and said to send it once more (T18).</summary>
    Person = 5,
}
