using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>What every transition by a person's word has in common.</summary>
internal static class PersonsTransition
{
    private const int MostHeard = 20;

    public static Transition Of(CaseFile file, PersonsWord word, Transition transition) =>
        transition with
        {
            Note = Note(word, transition.Note),
            ClearsReview = true,
            LeavesLine = transition.LeavesLine && file.Row.InLine,
            Edit = row => Heard(transition.Edit(row), word),
        };

    private static OperationRow Heard(OperationRow row, PersonsWord word) =>
        row with
        {
            Heard = [.. row.Heard.Append(word.KeyHash).Distinct().TakeLast(MostHeard)],
        };

    private static string Note(PersonsWord word, string what) =>
        $"{what}. {word.Actor}: {word.Reason}"
        + (word.LookedAt is { } looked ? $" (looked at: {looked})" : "")
        + (word.Despite.Count > 0 ? $" (despite {string.Join(", ", word.Despite)})" : "");
}
