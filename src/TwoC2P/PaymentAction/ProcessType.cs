namespace TwoC2P.PaymentAction;

/// <summary>What a <c>PaymentProcessRequest</c> asks for (field <c>processType</c>).</summary>
public enum ProcessType
{
    /// <summary><c>I</c>: reads a payment.</summary>
    Inquiry,

    /// <summary><c>S</c>: captures an authorized payment.</summary>
    Settlement,

    /// <summary><c>V</c>: cancels a payment that is not settled.</summary>
    Void,

    /// <summary><c>R</c>: gives back all or a part of a settled payment.</summary>
    Refund,

    /// <summary><c>RS</c>: lists the refunds of a payment.</summary>
    RefundStatus,
}
