using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>What came of putting an operation into the ledger (A3, A4).</summary>
internal abstract record InsertResult
{
    private InsertResult() { }

    /// <summary>It is new.</summary>
    public sealed record Inserted(OperationFile File) : InsertResult;

    /// <summary>A request with the same key put it there before.</summary>
    public sealed record Found(OperationFile File) : InsertResult;

    /// <summary>The rules do not allow it (any more).</summary>
    public sealed record Refused(AcceptResult Refusal) : InsertResult;

    /// <summary>The sweep decided that this id never came to be (T2): the key needs another.</summary>
    public sealed record Abandoned : InsertResult;
}
