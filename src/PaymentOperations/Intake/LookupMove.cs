namespace PaymentOperations.Intake;

/// <summary>What came of moving along a list.</summary>
internal enum LookupMove
{
    /// <summary>It stands at a row.</summary>
    Found,

    /// <summary>No row follows.</summary>
    End,

    /// <summary>The request has read enough.</summary>
    OutOfBudget,
}
