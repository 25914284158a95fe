using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>Amount and state of a payment as a verified answer showed them.</summary>
internal sealed record PaymentFacts(Money? Amount, TransactionStatus Status);
