using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>T20: an accepted operation of which nothing was ever sent is given up.</summary>
internal static class Cancellation
{
    public static ResolutionVerdict Decide(CaseFile file, PersonsWord word)
    {
        if (Against(file) is { } reason)
            return new ResolutionVerdict.Refused(reason, []);

        return new ResolutionVerdict.Granted(
            PersonsTransition.Of(
                file,
                word,
                new Transition
                {
                    Rule = "T20",
                    To = OperationStatus.Failed,
                    Note = "Cancelled before anything was sent",
                    LeavesLine = true,
                }
            )
        );
    }

    private static string? Against(CaseFile file) =>
        file.Row switch
        {
            { IsFinal: true } => "It has ended already.",
            { Status: not OperationStatus.Accepted } => "It may have been sent, so it cannot be cancelled any more.",
            var row when row.MaybeSent.Any() =>
                "An earlier attempt may have been sent, so it cannot be cancelled any more. Where it needs review, settle it.",
            { IsHinted: true } =>
                "An index knows this operation as more advanced than the ledger does; the ledger may be an older copy. Settle it instead.",
            _ => new Testimony(file).Forbidding.LastOrDefault() is { } statement
                ? $"2C2P said something of it ({statement}). Settle it instead."
                : null,
        };
}
