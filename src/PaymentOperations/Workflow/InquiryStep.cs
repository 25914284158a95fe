using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>What asking about an unknown or pending operation leads to.</summary>
internal abstract record InquiryStep
{
    private InquiryStep() { }

    /// <summary>The operation changes.</summary>
    public sealed record Change(Transition Transition) : InquiryStep;

    /// <summary>It stays as it is and is asked about again later; <paramref name="Edit"/> keeps what was seen.</summary>
    /// <param name="Note">What was seen.</param>
    /// <param name="Edit">Changes of what was seen so far.</param>
    public sealed record Stay(string Note, Func<OperationRow, OperationRow> Edit) : InquiryStep;
}
