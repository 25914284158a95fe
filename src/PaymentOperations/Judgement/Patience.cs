using PaymentOperations.Operations;

namespace PaymentOperations.Judgement;

/// <summary>No doubt lasts without a person hearing of it. Patience counts from the first doubt, through every change of status, until the operation is decided.</summary>
internal static class Patience
{
    public static Verdict Judge(CaseFile file, Verdict verdict, GatewayView view)
    {
        if (file.Row.NeedsReview)
            return verdict;

        return verdict switch
        {
            Verdict.Stay stay when Reason(file, stay, view) is { } reason => new Verdict.Change(AskPerson(file, stay, reason))
            {
                Siblings = stay.Siblings,
            },
            Verdict.Change { Transition: { Rule: "T3b" } transition } change when IsOverdue(file) => change with
            {
                Transition = transition with
                {
                    ReviewReason = $"It cannot be told whether 2C2P did it. {transition.Note}.",
                    Alarm = "outcome unknown, a person has to decide",
                },
            },
            _ => verdict,
        };
    }

    private static string? Reason(CaseFile file, Verdict.Stay stay, GatewayView view)
    {
        var row = file.Row;
        if (row.Status == OperationStatus.Pending)
            return ReasonOfPending(file);
        if (IsOverdue(file))
            return row.Status == OperationStatus.Accepted
                ? $"Nothing could be sent. {stay.Note}."
                : $"It cannot be told whether 2C2P did it. {stay.Note}.{CaseWords.Said(new Testimony(file))}";
        return
            row.Status == OperationStatus.Accepted
            && file.Now - (row.PatienceFrom ?? row.CreatedAt) >= file.Times.AcceptedPatience
            ? $"It could not be sent for {file.Times.AcceptedPatience.TotalHours:0} hours. {view.Describe()}."
            : null;
    }

    private static bool IsOverdue(CaseFile file) =>
        file.Row.DoubtSince is { } since && file.Now - since >= file.Times.Patience
        || (file.Row.Status == OperationStatus.Unknown && file.Now - file.Row.StatusSince >= file.Times.Patience);

    private static string? ReasonOfPending(CaseFile file)
    {
        var (said, at) = Undecided(file)
            .Where(told => !file.Row.Answered.Contains(NameOf(told.Statement)))
            .OrderBy(told => told.At)
            .FirstOrDefault();
        if (said is not null && file.Now - Later(at, file.Row.PatienceFrom) >= file.Times.DisagreementPatience)
            return $"A verified callback said {said.Answer.Status}, but 2C2P's own list does not confirm it.";
        return file.Now - Later(file.Row.StatusSince, file.Row.PatienceFrom) >= file.Times.PendingPatience
            ? $"2C2P has not decided for {file.Times.PendingPatience.TotalDays:0} days."
            : null;
    }

    /// <summary>Names what callbacks say that a pending refund's list does not: a person who decides beside it has answered it.</summary>
    public static IEnumerable<string> Said(CaseFile file) => Undecided(file).Select(told => NameOf(told.Statement));

    private static IEnumerable<(Statement Statement, DateTimeOffset At)> Undecided(CaseFile file) =>
        new Testimony(file).Callbacks.Where(told =>
            told.Statement.Saying is Saying.Done or Saying.Failed or Saying.Contradiction
        );

    private static string NameOf(Statement said) => ConflictKey.Said(ConflictKey.Of(said.Reference, said.Saying));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static Transition AskPerson(CaseFile file, Verdict.Stay stay, string reason) =>
        new()
        {
            Rule = CaseWords.RuleOf(file.Row.Status),
            To = file.Row.Status,
            Note = $"{stay.Note}; a person has to look",
            ReviewReason = reason,
            Alarm = file.Row.Status == OperationStatus.Pending ? null : "outcome unknown, a person has to decide",
            Edit = stay.Edit,
        };
}
