using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// What 2C2P's direct answers to an operation's own requests decide without a further look (T6 to T8, and T17 where an answer came late). They decide only where they agree with each other and with every other
/// message.
/// </summary>
internal sealed class AnswerCase
{
    private readonly CaseFile _file;
    private readonly OperationRow _row;
    private readonly Testimony _testimony;
    private readonly IReadOnlyList<Attempt> _attempts;

    private AnswerCase(CaseFile file)
    {
        _file = file;
        _row = file.Row;
        _testimony = new Testimony(file);
        _attempts = [.. file.Row.MaybeSent];
    }

    public static Transition? Decide(CaseFile file) => new AnswerCase(file).Decide();

    private Transition? Decide()
    {
        if (_attempts.Any(attempt => _testimony.Of(attempt) == Saying.Contradiction))
            return null;

        var taken = _attempts.Where(attempt => _testimony.Of(attempt) is Saying.Done or Saying.Taken).ToList();
        return taken switch
        {
            [] => AllRefused(),
            [var one] => OfOne(one),
            _ => PossibleDouble("2C2P answered more than one attempt as done", Statements(taken)),
        };
    }

    private Transition? AllRefused()
    {
        if (
            _row.Status == OperationStatus.Pending
            || _attempts.Count == 0
            || _attempts.Any(attempt => _testimony.Of(attempt) != Saying.Refused)
            || _testimony.Unassigned.Any(statement => statement.Saying != Saying.Nothing)
        )
            return null;

        var answer = _testimony.Find(_attempts[^1], Saying.Refused)!.Answer;
        return Ending.Failed(
            _row,
            Rule("T8"),
            $"2C2P refused with {answer.RespCode}",
            GatewayResults.Of(answer) with
            {
                RefundReferenceNo = null,
            },
            answer
        );
    }

    private Transition? OfOne(Attempt attempt)
    {
        var statement = _testimony.Find(attempt, Saying.Done) ?? _testimony.Find(attempt, Saying.Taken)!;
        var reference = statement.Reference;
        if (IsDisputed(reference) || IsAnothers(reference))
            return null;

        if (_row.Status == OperationStatus.Pending)
            return IsOfAnotherRefund(reference)
                ? PossibleDouble("A late answer names another refund than the pending one", [statement])
                : null;

        var transition = statement.Saying == Saying.Taken ? Taken(statement) : Done(statement);
        // A right to send was given after this one, on the ground that this one was not done.
        return transition is not null && _attempts.Any(other => IsLaterAndOpen(other, attempt))
            ? transition with
            {
                ReviewReason = "A late answer of another attempt says that 2C2P did it: money may have moved twice.",
                Alarm = "possible double: more than one attempt may be done",
            }
            : transition;
    }

    private Transition? Done(Statement statement)
    {
        if (_row.Kind == OperationKind.Refund && statement.Reference is null)
            return null;

        var note = _row.Kind switch
        {
            OperationKind.Refund => "2C2P confirmed the refund",
            OperationKind.Settlement => "2C2P settles the payment",
            _ => "2C2P voided the payment",
        };
        return Ending.Succeeded(_row, Rule("T6"), note, Gateway(statement), statement.Answer, statement.Reference);
    }

    private Transition Taken(Statement statement) =>
        Ending.Pending(
            _row,
            Rule("T7"),
            $"2C2P took the {(_row.Kind == OperationKind.Void ? "void" : "refund")} and decides later",
            Gateway(statement),
            statement.Answer,
            statement.Reference
        );

    private GatewayResult Gateway(Statement statement) =>
        _row.Kind == OperationKind.Refund
            ? GatewayResults.OfRefund(statement.Answer, _row, statement.Reference)
            : GatewayResults.Of(statement.Answer);

    // A callback or a list that says something else has to be cleared up first.
    private bool IsDisputed(string? reference) =>
        _testimony.Unassigned.Any(statement =>
            statement.Saying switch
            {
                Saying.Done or Saying.Taken => statement.Reference is not null && statement.Reference != reference,
                Saying.Failed => statement.Reference is null || statement.Reference == reference,
                Saying.Contradiction => true,
                _ => false,
            }
        );

    private bool IsAnothers(string? reference) =>
        _file.Ledger.IsOwnedByAnother(reference, _row.Id) || _row.Baseline?.Contains(reference) == true;

    private bool IsOfAnotherRefund(string? reference) =>
        reference is not null && reference != _row.Reference && (_row.Reference is not null || _attempts.Count > 1);

    private bool IsLaterAndOpen(Attempt other, Attempt attempt) =>
        other.Number > attempt.Number && _testimony.Of(other) != Saying.Refused;

    private IEnumerable<Statement> Statements(IEnumerable<Attempt> taken) =>
        taken.Select(attempt => _testimony.Find(attempt, Saying.Done) ?? _testimony.Find(attempt, Saying.Taken)!);

    // Once for what was answered: a look that gives another reason must not be taken turns with, and what a person looked at is not told again.
    private Transition? PossibleDouble(string why, IEnumerable<Statement> answers)
    {
        var reason = $"{why}: money may have moved twice.";
        var key = ConflictKey.OfDouble(answers);
        return _row.ReviewReason == reason || _row.ConflictKeys.Contains(key)
            ? null
            : new Transition
            {
                Rule = Rule("T9"),
                To = _row.Status == OperationStatus.Submitting ? OperationStatus.Unknown : _row.Status,
                Note = $"{why}; a person has to look",
                ReviewReason = reason,
                Alarm = "possible double: more than one attempt was answered as done",
                Edit = row => row with { ConflictKeys = [.. row.ConflictKeys, key] },
            };
    }

    private string Rule(string whileSending) => _row.Status == OperationStatus.Submitting ? whileSending : "T17";
}
