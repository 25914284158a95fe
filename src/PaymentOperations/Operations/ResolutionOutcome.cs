namespace PaymentOperations.Operations;

/// <summary>What a person says became of an operation. The names are in stored rows.</summary>
public enum ResolutionOutcome
{
    /// <summary>2C2P did it.</summary>
    Succeeded,

    /// <summary>2C2P did not do it and will not.</summary>
    Failed,

    /// <summary>2C2P did not do it, and it is to be sent once more.</summary>
    SendAgain,

    /// <summary>It was never sent, and is not to be sent any more.</summary>
    Cancelled,
}
