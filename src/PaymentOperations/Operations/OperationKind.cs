namespace PaymentOperations.Operations;

/// <summary>What an operation does with money.</summary>
public enum OperationKind
{
    /// <summary>Gives back all or a part of a settled payment (process type R).</summary>
    Refund,

    /// <summary>Captures an authorized payment (process type S).</summary>
    Settlement,

    /// <summary>Cancels a payment that is not settled (process type V).</summary>
    Void,
}
