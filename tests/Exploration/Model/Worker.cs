using Exploration.Search;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Workflow;
using TwoC2P.PaymentAction;

namespace Exploration.Model;

/// <summary>One run of one operation: what <c>OperationRunner</c>, <c>Hearing</c> and <c>GatewaySender</c> do, on the model's ledger.</summary>
internal sealed class Worker
{
    private readonly World _world;
    private readonly int _operation;
    private readonly Chooser _chooser;
    private readonly Views _views;
    private DateTimeOffset _now;
    private Look? _look;

    public Worker(World world, int operation, Chooser chooser)
    {
        (_world, _operation, _chooser) = (world, operation, chooser);
        _views = new Views(world, operation, chooser);
        _now = world.Now;
    }

    private static readonly Option[] Clocks = [new("", 0), new("by a clock that is fast", 1)];

    private static readonly Option[] GoneUnderClaim = [new("", 0), new("the worker is gone under its claim", 1)];
    private static readonly Option[] GoneBeforeMark = [new("", 0), new("and the worker is gone before it marks the messages", 1)];

    private OperationRow Row => _world[_operation].Row;

    private OperationTimes Times => _world.Scenario.Times;

    private CaseFile File => _world.File(_operation, Row, _now);

    /// <summary>Runs it when it is due.</summary>
    public void Run()
    {
        // A step that names no time happens as early as it may.
        if (Due.At(_world, _operation) is { } due && due > _world.Now)
            _world.Now = due;
        _now = _world.Scenario.AreClocksApart
            ? _world.Now + (_chooser.Pick(Clocks) == 0 ? -Times.Skew / 2 : Times.Skew / 2)
            : _world.Now;

        var claimed = Row with { ClaimToken = "claimed", ClaimUntil = _now + Times.Claim };
        if (_chooser.Happens(GoneUnderClaim))
        {
            Put(claimed);
            return;
        }

        Put(claimed);
        Hear();
    }

    /// <summary>Weighs what a person says of it.</summary>
    public void Hear(ResolutionOutcome outcome)
    {
        Put(Row with { ClaimToken = "claimed", ClaimUntil = _now + Times.Claim });
        NoteHint();
        var word = new PersonsWord
        {
            KeyHash = $"word {_world[_operation].Words}",
            Outcome = outcome,
            Reference = outcome == ResolutionOutcome.Succeeded ? Persons.Named(_world, _operation)?.Reference : null,
            Actor = "somebody",
            Reason = "looked",
            ApiKeyId = "back-office",
            At = _now,
        };
        _look = ResolutionCase.NeedsLook(File, word, restoredAt: null) ? new Look(_views.Take(), _now) : null;
        var verdict = ResolutionCase.Decide(File, word, _look);
        if (verdict is ResolutionVerdict.Refused { Contradictions.Count: > 0 } refused)
            verdict = ResolutionCase.Decide(File, word with { Despite = Persons.Despite(_world, _operation, refused) }, _look);
        if (
            verdict is ResolutionVerdict.Granted { Transition: var transition }
            && Persons.IsTrue(_world, _operation, Row, transition.To)
            && !(transition.Reference is { } reference && _world.References.ContainsKey(reference))
        )
        {
            Commit(transition, appliesNews: true);
            Persons.Note(_world, _operation, outcome);
        }
        else
        {
            Invariants.OfWord(_world, _operation, outcome, verdict);
            Put(Row with { ClaimToken = null, ClaimUntil = null, NextActionAt = _now });
        }

        Follow();
    }

    /// <summary>R6: a worker that has the outcome of its request writes it, or hands it over.</summary>
    public void WriteOutcome(PaymentActionOutcome outcome)
    {
        Commit(Judge.DecideAfterSending(File, outcome), appliesNews: false);
        Follow();
    }

    private void Hear()
    {
        if (Row.Status == OperationStatus.Submitting)
            Commit(
                new Transition
                {
                    Rule = "T10",
                    To = OperationStatus.Unknown,
                    Note = "The worker that was sending is gone; 2C2P will be asked",
                    KeepsClaim = true,
                    DueAtOnce = true,
                },
                appliesNews: false
            );

        if (Row.Status == OperationStatus.Accepted)
            HearAccepted();
        else if (!TryDecideByAnswers())
            Look();
    }

    private void HearAccepted()
    {
        NoteHint();
        var ledger = _world.Snapshot();
        if (ledger.Line is [var first, ..] && first.Id != Row.Id)
        {
            Wait(ledger, ledger.Find(first.Id)!);
            return;
        }

        if (!TryDecideByAnswers())
            Look();
    }

    private void NoteHint()
    {
        if (
            Row is { Status: OperationStatus.Accepted, IsHinted: false, HasPersonsWord: false }
            && !Row.MaybeSent.Any()
            && _world[_operation].Hint != OperationStatus.Accepted
        )
            Put(Row with { IsHinted = true });
    }

    private void Wait(InvoiceSnapshot ledger, OperationRow blocker)
    {
        if (!LineRule.IsStuck(Row, ledger, Times, _now))
        {
            Put(Row with { ClaimToken = null, ClaimUntil = null, NextActionAt = _now });
            Follow();
            return;
        }

        Commit(
            new Transition
            {
                Rule = "T14b",
                To = OperationStatus.Accepted,
                Note = $"It waits behind {blocker.Id}, which a person has to decide",
                ReviewReason = $"It waits behind operation {blocker.Id}, which needs review.",
                DueAtOnce = true,
            },
            appliesNews: false
        );
        Follow();
    }

    private bool TryDecideByAnswers()
    {
        if (Row.IsFinal || Judge.DecideByAnswers(File) is not Verdict.Change { Transition: var transition })
            return false;

        Commit(transition, appliesNews: true);
        Follow();
        return true;
    }

    private void Look()
    {
        if (Row.IsFinal && !(Schedule.Watch(Row, Times) <= _now))
        {
            CarryOut(Judge.Decide(File, null), isAnswered: true);
            return;
        }

        _look = new Look(_views.Take(), _now);
        var verdict = Judge.Decide(File, _look);
        if (verdict is Verdict.LookAtPayment)
        {
            _look = new Look(_views.OfPayment(), _now);
            verdict = Judge.DecideByPayment(File, _look);
        }

        CarryOut(verdict, _look.View is not GatewayView.Silent);
    }

    private void CarryOut(Verdict verdict, bool isAnswered)
    {
        foreach (var (sibling, entry) in verdict.Siblings)
            Deliver(sibling, entry);

        switch (verdict)
        {
            case Verdict.Stay stay:
                Release(Advance.Stay(Row, stay.Edit, _now, Times), isAnswered);
                Patiently(stay);
                break;
            case Verdict.Change change:
                Commit(change.Transition, appliesNews: true);
                break;
            case Verdict.Rest rest:
                Release(rest.Edit(Row) with { NextActionAt = _now }, appliesNews: true);
                break;
            case Verdict.Send send:
                Send(send.Permit);
                return;
            default:
                throw new InvalidOperationException($"The verdict {verdict.GetType().Name} is not carried out.");
        }

        Follow();
    }

    private void Send(Permit permit)
    {
        Invariants.OfSending(_world, _operation, File, _look!, permit);
        Commit(Submission.Of(File, permit, carriesEcho: true), appliesNews: false);
        new Sending(_world, _operation, _chooser).Take(Row.AttemptCount);
    }

    private void Deliver(OperationRow sibling, DecisiveAnswer entry)
    {
        var index = Scenario.IndexOf(sibling.Id);
        var message = new InboxMessage(
            InboxKind.Listing,
            // The same is news again after a person's decision.
            $"listed|{entry.EntryReferenceNo}|{entry.EntryStatus}|{entry.EntryAmount}|{_world[index].Words}",
            0,
            sibling.PatienceFrom is { } decided && decided >= _now ? decided.AddTicks(1) : _now,
            entry
        );
        if (_world[index].Messages.All(other => other.Hash != message.Hash))
            _world[index] = _world[index] with { Messages = _world[index].Messages.Add(message) };
    }

    private void Commit(Transition transition, bool appliesNews)
    {
        var before = Row;
        var change = Advance.ChangeOf(before, transition);
        if (change.InsertsReference is { } reference)
        {
            if (_world.References.ContainsKey(reference))
                _world.Fail(
                    $"{transition.Rule} takes the reference {reference}, which is another operation's: it can never be written"
                );
            else
                _world.References = _world.References.Add(reference, before.Id);
        }

        if (change.DeletesPlaceInLine && !before.InLine)
            _world.Fail($"{transition.Rule} leaves a line in which the operation does not stand: it can never be written");
        if (change.ChangesInvoice is { } edit)
            _world.Invoice = edit(_world.Invoice);

        var next = Advance.Next(before, transition, _now, Times);
        next = next with { Evidence = _world.Once(next.Evidence), ReviewReason = _world.Once(next.ReviewReason) };
        Put(transition.KeepsClaim ? next : next with { ClaimToken = null });
        if (appliesNews)
            Apply();
        Invariants.OfEnd(_world, _operation, before, _look, _now);
        Invariants.OfCalling(_world, _operation, before);
    }

    private void Release(OperationRow row, bool appliesNews)
    {
        Put(row with { ClaimToken = null, ClaimUntil = null });
        if (appliesNews)
            Apply();
    }

    private void Put(OperationRow row) => _world[_operation] = _world[_operation] with { Row = row, IsFlightCurrent = false };

    // The run may end between the commit and the mark: then the messages are heard again.
    private void Apply()
    {
        var state = _world[_operation];
        if (state.HasNews && !_chooser.Happens(GoneBeforeMark))
            _world[_operation] = state with
            {
                Messages = [.. state.Messages.Select(static message => message with { IsApplied = true })],
            };
    }

    private void Follow() => _world[_operation] = _world[_operation] with { Hint = Row.Status };

    private void Patiently(Verdict.Stay stay)
    {
        if (Row is { Status: OperationStatus.Pending, NeedsReview: false } && Due.IsForgotten(_world, _operation, _now))
            _world.Fail($"nobody is told although the operation is pending for too long: {stay.Note}");
        if (
            Row.Status is OperationStatus.Unknown or OperationStatus.Accepted
            && !Row.NeedsReview
            && Due.IsForgotten(_world, _operation, _now)
        )
            _world.Fail($"nobody is told although the operation is {Row.Status} for too long: {stay.Note}");
    }
}
