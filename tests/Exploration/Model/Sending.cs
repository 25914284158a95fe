using System.Collections.Concurrent;
using Exploration.Search;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using TwoC2P.Signing;

namespace Exploration.Model;

/// <summary>One use of the right to send: what the request meets, what is answered, and what becomes of the worker.</summary>
internal sealed class Sending(World world, int operation, Chooser chooser)
{
    private static readonly Option[] WorkerFates =
    [
        new("", 0),
        new("and the worker is gone before it writes", 1),
        new("and the worker stalls before it writes", 1),
    ];

    private static readonly Option[] Deeds =
    [
        new("2C2P does it", 0),
        new("2C2P takes it", 1),
        new("2C2P refuses it", 0),
        new("the request is lost", 1),
        new("2C2P does it late", 1),
        new("the request provably never left", 1),
        new("the worker is gone before it sends", 1),
    ];

    private static readonly Option[] DeedsOfSlow = Changed(Deed.Taken, 0);
    private static readonly Option[] DeedsOfSettlement = Changed(Deed.Taken, Never);
    private static readonly Option[] DeedsWhereNothingFits = Changed(Deed.Taken, Never, Deed.Done);

    private const int Never = 99;

    private static readonly Option[] Listed = [new("", 0), new("and lists it as failed", 1)];

    private static Option[] Changed(Deed deed, int cost, Deed? too = null) =>
        [.. Deeds.Select((option, i) => (Deed)i == deed || (Deed)i == too ? option with { Cost = cost } : option)];

    private static readonly ConcurrentDictionary<Answer[], Option[]> Words = new();

    public void Take(int attempt)
    {
        var kind = world.Scenario.PlanOf(operation).Kind;
        var deed = (Deed)
            chooser.Pick(
                !Gateway.Allows(world, operation) ? DeedsWhereNothingFits
                : kind == OperationKind.Settlement ? DeedsOfSettlement
                : world.Scenario.TakesAsARule ? DeedsOfSlow
                : Deeds
            );
        switch (deed)
        {
            case Deed.WorkerGone:
                return;
            case Deed.NeverSent:
                Write(attempt, new PaymentActionOutcome.NeverSent(NeverSentReason.NotConnected, []), "never sent");
                return;
            case Deed.LostBefore:
                Write(attempt, Unanswered, "no answer");
                return;
            case Deed.Late:
                world.Late = world.Late.Add(new LateRequest(operation, attempt));
                break;
            case Deed.Done or Deed.Taken:
                Gateway.Do(world, operation, attempt, deed == Deed.Taken, chooser);
                break;
        }

        var answers = Answer.Of(kind, deed);
        var answer = answers[chooser.Pick(WordsOf(answers))];
        if (answer.IsLie || answer.Refers == Refers.Another)
            Lie();
        // A reference that is not this refund's is a lie about the other one too, and a payment is settled or voided by one of them.
        if (
            (answer.Refers == Refers.Another || (answer.IsLie && kind != OperationKind.Refund))
            && world.Operations[1 - operation] is { } other
        )
            world[1 - operation] = other.With(Broken.Lie);
        // A refund that was refused under a reference is listed as failed; one that was refused without may be.
        if (
            deed == Deed.Refused
            && answer is { IsLie: false, Status: "RFF" or "RR" }
            && (answer.Refers == Refers.Own || chooser.Pick(Listed) == 1)
        )
            world.Refunds = world.Refunds.Add(Gateway.Refund(world, operation, attempt, "RFF", chooser));
        Write(attempt, OutcomeOf(attempt, answer, deed), answer.Words);
    }

    public static readonly PaymentActionOutcome Unanswered = new PaymentActionOutcome.Unknown(UnknownReason.TimedOut, null, null);

    private void Write(int attempt, PaymentActionOutcome outcome, string words)
    {
        var fate = outcome is PaymentActionOutcome.NeverSent ? 0 : chooser.Pick(WorkerFates);
        if (fate == 1)
            return;
        if (fate == 2)
        {
            world[operation] = world[operation] with
            {
                Flight = new Flight(attempt, outcome, world[operation].Row, words),
                IsFlightCurrent = true,
            };
            return;
        }

        new Worker(world, operation, chooser).WriteOutcome(outcome);
    }

    private void Lie() => world[operation] = world[operation].With(Broken.Lie);

    private PaymentActionOutcome OutcomeOf(int attempt, Answer answer, Deed deed)
    {
        if (answer.Code is null)
            return Unanswered;

        var plan = world.Scenario.PlanOf(operation);
        var amount =
            deed is Deed.Done or Deed.Taken && plan.Kind == OperationKind.Refund ? world.Refunds[^1].Amount : plan.Amount;
        if (amount != plan.Amount && answer.Code is "00" or "42")
            return new PaymentActionOutcome.Unknown(UnknownReason.Mismatched, null, null);

        var response = new PaymentProcessResponse
        {
            RespCode = new(answer.Code),
            Status = new(answer.Status),
            ProcessType = RequestLetters.Of(plan.Kind),
            InvoiceNo = Scenario.Invoice,
            Amount = amount,
            AmountText = amount?.ToWire(),
            ReferenceNo = Scenario.TransactionReference,
            RefundReferenceNo = answer.Refers switch
            {
                Refers.Own => Gateway.ReferenceOf(operation, attempt),
                Refers.Another => world.Refunds.FirstOrDefault(refund => refund.Operation != operation)?.Reference
                    ?? Gateway.ReferenceOf(1 - operation, 1),
                _ => null,
            },
        };
        var evidence = new AnswerEvidence(HashForm.Full, "1", $"answer|{attempt}|{answer.Words}");
        return answer.Code is "00" or "42"
            ? new PaymentActionOutcome.Answered(response, evidence)
            : new PaymentActionOutcome.Refused(response, evidence);
    }

    private static Option[] WordsOf(Answer[] answers) =>
        Words.GetOrAdd(answers, static answers => [.. answers.Select(static answer => new Option(answer.Words, answer.Cost))]);
}
