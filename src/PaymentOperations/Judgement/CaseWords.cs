using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>The verdicts that decide nothing yet: hold, ask, call a person.</summary>
internal sealed class CaseWords(CaseFile file)
{
    private readonly OperationRow _row = file.Row;

    /// <summary>Nothing is sent now. What holds it up is a doubt, which a person sees when it lasts.</summary>
    public Verdict Hold(string note) => new Verdict.Stay(note, row => row with { DoubtSince = row.DoubtSince ?? file.Now });

    /// <summary>T3b: nothing is sent; 2C2P is asked what became of the earlier attempts.</summary>
    public Verdict AskInstead(string note, DecisiveAnswer? evidence) =>
        new Verdict.Change(
            new Transition
            {
                Rule = "T3b",
                To = OperationStatus.Unknown,
                Note = note,
                Evidence = evidence,
                ReviewReason = _row.ReviewReason,
                KeepsPolls = true,
            }
        );

    /// <summary>Only a person can decide. Said once; after that the operation is still looked at.</summary>
    public Verdict Person(string note, string reason, string? alarm = null)
    {
        var text = reason.EndsWith('.') ? reason : $"{reason}.";
        if (_row.ReviewReason == text)
            return new Verdict.Stay(note, static row => row);

        return new Verdict.Change(
            new Transition
            {
                Rule = RuleOf(_row.Status),
                To = _row.Status,
                Note = $"{note}; a person has to decide",
                ReviewReason = text,
                Alarm = alarm ?? "a person has to decide",
                KeepsPolls = true,
                Edit = row => row with { DoubtSince = row.DoubtSince ?? file.Now },
            }
        );
    }

    /// <summary>What verified messages said so far, for the person who decides.</summary>
    public static string Said(Testimony testimony)
    {
        var said = testimony.Statements.Where(statement => statement.Saying != Saying.Nothing).TakeLast(5).ToList();
        return said.Count == 0 ? "" : $" 2C2P said: {string.Join("; ", said)}.";
    }

    /// <summary>The verdict, with something more to remember.</summary>
    public static Verdict With(Verdict verdict, Func<OperationRow, OperationRow> edit) =>
        verdict switch
        {
            Verdict.Stay stay => stay with { Edit = row => stay.Edit(edit(row)) },
            Verdict.Change { Transition: var transition } change => change with
            {
                Transition = transition with { Edit = row => transition.Edit(edit(row)) },
            },
            _ => verdict,
        };

    public static string RuleOf(OperationStatus status) =>
        status switch
        {
            OperationStatus.Accepted => "T14c",
            OperationStatus.Pending => "T15",
            _ => "T14",
        };
}
