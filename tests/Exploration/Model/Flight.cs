using PaymentOperations.Storage;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>A worker that has the outcome of its request in hand and has not written it.</summary>
/// <param name="Attempt">Which request.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Row">The row as the worker last wrote it.</param>
/// <param name="Words">The answer, for the state's fingerprint.</param>
internal sealed record Flight(int Attempt, PaymentActionOutcome Outcome, OperationRow Row, string Words);
