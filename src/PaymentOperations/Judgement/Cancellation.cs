using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>T20: an accepted operation of which nothing was ever sent is given up.</summary>
internal static class Cancellation
{
    /// <summary>Whether 2C2P has to be asked first: what was accepted a short time after the ledger was put back may repeat a refund that the copy does not know, and that was done.</summary>
    public static bool NeedsLook(CaseFile file, DateTimeOffset? restoredAt) =>
        file.Row.Kind == OperationKind.Refund && Against(file) is null && Repetition.IsPossible(file, restoredAt);

    public static ResolutionVerdict Decide(CaseFile file, PersonsWord word, Look? look)
    {
        if (Against(file) is { } reason)
            return new ResolutionVerdict.Refused(reason, []);
        if (look is not null && AgainstRepetition(file, word, look) is { } verdict)
            return verdict;

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

    private static ResolutionVerdict? AgainstRepetition(CaseFile file, PersonsWord word, Look look)
    {
        if (look.View is GatewayView.Silent or GatewayView.Refused)
            return new ResolutionVerdict.Waits(look.View.Describe());
        if (look.View is GatewayView.NotOffered)
            return new ResolutionVerdict.Refused(
                "The ledger was put back from a copy a short time before, and 2C2P offers no list of refunds: it may be done already. Nothing is sent, and a person is called: settle it then.",
                []
            );
        if (look.View is not GatewayView.Seen seen)
            return null;

        var objections = new Objections(word.Despite);
        var reading = new ListReading(file, new Testimony(file), seen.Response, seen.Evidence);
        foreach (var ours in reading.OursLive)
            objections.Add(ours, mayBeOverruled: false);
        foreach (var suspect in Repetition.Of(file.Row, reading))
            objections.Add(suspect, mayBeOverruled: false);
        return objections.Standing.Count == 0
            ? null
            : new ResolutionVerdict.Refused(
                "The ledger was put back from a copy a short time before, and 2C2P lists what may be this refund. Nothing is sent while that is so: what it is, the next look at it finds, or a person is called and settles it.",
                objections.Standing
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
