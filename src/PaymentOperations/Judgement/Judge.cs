using PaymentOperations.Operations;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>
/// Decides every moment of an operation's life from its case file and at most one look at the gateway. Pure and total: every input has a verdict with a reason in words. The rule behind all of it: <em>send</em>,
/// <em>failed</em> and <em>succeeded</em> only where they are right in every world that fits the evidence; otherwise wait, and in the end a person.
/// </summary>
internal static class Judge
{
    /// <summary>What is to be done, given what the gateway just said. Without a look, only what the verified messages themselves decide.</summary>
    public static Verdict Decide(CaseFile file, Look? look)
    {
        if (file.Row.IsFinal)
            return AfterTheEnd.Decide(file, look);
        if (look is null)
            return DecideByAnswers(file) ?? new Verdict.Stay("2C2P will be asked", static row => row);

        var verdict =
            file.Row.Kind == OperationKind.Refund ? new RefundCase(file, look).Decide() : new PaymentCase(file, look).Decide();
        return Told(file, look, Patience.Judge(file, verdict, look.View));
    }

    /// <summary>The rules for a first refund where 2C2P offers no list: what the payment itself allows.</summary>
    public static Verdict DecideByPayment(CaseFile file, Look look) =>
        Told(file, look, Patience.Judge(file, new RefundCase(file, look).DecideByPayment(), look.View));

    /// <summary>What answers and late answers decide by themselves; null: 2C2P has to be asked.</summary>
    public static Verdict? DecideByAnswers(CaseFile file) =>
        AnswerCase.Decide(file) is { } transition ? new Verdict.Change(AfterTheEnd.Tell(file, null, transition)) : null;

    /// <summary>What came of the one request of an attempt (T5 to T9).</summary>
    public static Transition DecideAfterSending(CaseFile file, PaymentActionOutcome outcome)
    {
        if (outcome is PaymentActionOutcome.NeverSent neverSent)
            return AttemptOutcomes.NeverSent(file, neverSent);

        var note = AttemptOutcomes.Describe(outcome);
        var answer = AttemptOutcomes.AnswerOf(outcome);
        var answered = file with { Row = AttemptOutcomes.WithAnswer(file.Row, answer, note) };
        var transition = AnswerCase.Decide(answered) ?? AttemptOutcomes.Unknown(note, answer);
        return AfterTheEnd.Tell(
            file,
            null,
            transition with
            {
                Edit = row => transition.Edit(AttemptOutcomes.WithAnswer(row, answer, transition.Note)),
            }
        );
    }

    private static Verdict Told(CaseFile file, Look look, Verdict verdict) =>
        verdict is Verdict.Change { Transition: var transition } change
            ? change with
            {
                Transition = AfterTheEnd.Tell(file, look, transition),
            }
            : verdict;
}
