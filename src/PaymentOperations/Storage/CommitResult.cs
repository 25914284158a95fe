namespace PaymentOperations.Storage;

/// <summary>What became of a ledger transaction.</summary>
internal abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>It is in the ledger.</summary>
    /// <param name="Row">The operation as it is now.</param>
    public sealed record Committed(OperationRow Row) : CommitResult
    {
        /// <summary>The invoice's row that the transaction was made against; null where it wrote none, and where that is not known.</summary>
        public InvoiceRow? Against { get; init; }
    }

    /// <summary>Another worker wrote the operation since; this one may write nothing more.</summary>
    public sealed record ClaimLost : CommitResult;

    /// <summary>The gateway refund already belongs to another operation.</summary>
    public sealed record ReferenceTaken : CommitResult;
}
