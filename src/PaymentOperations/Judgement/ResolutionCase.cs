using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Judgement;

/// <summary>
/// Weighs what a person says of an operation (T18, T20) against what 2C2P shows now and said before. A person may decide what the evidence leaves open, never what it decides; what only may be this operation's has
/// to be named one by one. Pure.
/// </summary>
internal static class ResolutionCase
{
    /// <summary>Whether 2C2P has to be asked first.</summary>
    /// <param name="file">What is known.</param>
    /// <param name="word">What the person says.</param>
    /// <param name="restoredAt">When the merchant's ledger was last put back from a copy.</param>
    public static bool NeedsLook(CaseFile file, PersonsWord word, DateTimeOffset? restoredAt) =>
        !IsHeard(file, word)
        && (
            word.Outcome == ResolutionOutcome.Cancelled
                ? Cancellation.NeedsLook(file, restoredAt)
                : Untimely(file.Row, word) is null
        );

    /// <summary>What is to be done with the word.</summary>
    public static ResolutionVerdict Decide(CaseFile file, PersonsWord word, Look? look)
    {
        if (IsHeard(file, word))
            return new ResolutionVerdict.Heard("It was followed before");
        if (IsSoAlready(file.Row, word))
            return new ResolutionVerdict.Heard("It is so already");
        if (word.Outcome == ResolutionOutcome.Cancelled)
            return Cancellation.Decide(file, word, look);
        if (Untimely(file.Row, word) is { } untimely)
            return new ResolutionVerdict.Refused(untimely, []);
        if (look is null or { View: GatewayView.Silent or GatewayView.Refused })
            return new ResolutionVerdict.Waits(look?.View.Describe() ?? "2C2P was not asked");
        var objections = new Objections(word.Despite);
        var ruling =
            file.Row.Kind == OperationKind.Refund
                ? new RefundResolution(file, word, look, objections).Rule()
                : new PaymentResolution(file, word, look, objections).Rule();
        if (ruling.Refusal is { } reason)
            return new ResolutionVerdict.Refused(reason, objections.Standing);
        if (objections.Standing.Count > 0)
            return new ResolutionVerdict.Refused(
                "2C2P shows or said something that contradicts it. Where mayBeOverruled is true and you looked at it and know that it is not this operation's, say so by naming its key in despite.",
                objections.Standing
            );
        return UnderWay(file, word, look) is { } until
            ? new ResolutionVerdict.Refused(
                $"The last request may still be under way. Say it again after {until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.",
                []
            )
            : new ResolutionVerdict.Granted(Followed(file, word, look, ruling.Transition!, objections));
    }

    private static bool IsHeard(CaseFile file, PersonsWord word) => file.Row.Heard.Contains(word.KeyHash);

    /// <summary>The app found out by itself while the person was still writing: they agree.</summary>
    private static bool IsSoAlready(OperationRow row, PersonsWord word) =>
        row is { IsFinal: true, NeedsReview: false }
        && word.Outcome switch
        {
            ResolutionOutcome.Succeeded => row.Status == OperationStatus.Succeeded && word.Reference == row.Reference,
            // One that 2C2P did all the same is not agreed about.
            ResolutionOutcome.Failed => row is { Status: OperationStatus.Failed, IsReservedAgain: false, Reference: null },
            _ => false,
        };

    private static string? Untimely(OperationRow row, PersonsWord word) =>
        row switch
        {
            { IsFinal: true } when word.Outcome == ResolutionOutcome.SendAgain =>
                "It has ended and is never sent again. Make a new operation, with a new Idempotency-Key.",
            { NeedsReview: true } => null,
            { IsFinal: true } => "It has ended, and nobody has to look at it: there is nothing to settle.",
            _ => "It is still being worked on (needsReview is false): nobody has to settle it.",
        };

    private static DateTimeOffset? UnderWay(CaseFile file, PersonsWord word, Look look) =>
        !file.Row.IsFinal
        && word.Outcome != ResolutionOutcome.Succeeded
        && Absence.LastSendEnd(file.Row) + file.Times.Skew is { } until
        && look.AskedAt < until
            ? until
            : null;

    // What was told of a message, and no list shows, was looked at as that: a list that shows it later is told.
    private static IEnumerable<string> Kept(CaseFile file, PersonsWord word, Look look)
    {
        var row = file.Row;
        var listed = look.View is GatewayView.Seen { Response: var seen }
            ? seen
                .Refunds.Select(entry => ConflictKey.Of(Ownership.TextOf(entry.ReferenceNo), Sayings.OfEntry(entry.Status)))
                .Append(ConflictKey.OfPayment(seen.Status))
                .ToHashSet(StringComparer.Ordinal)
            : [];
        var own = word.Outcome == ResolutionOutcome.Succeeded ? (word.Reference ?? row.Reference) : null;
        return row.ConflictKeys.Select(key =>
            listed.Contains(key) || (own is not null && key.StartsWith($"{own}:", StringComparison.Ordinal))
                ? key
                : ConflictKey.Said(key)
        );
    }

    // Who says that a failed refund was done after all has said so also of when it was pending, or will be done.
    private static string[] Named(OperationRow row, PersonsWord word) =>
        row is { Kind: OperationKind.Refund, Status: OperationStatus.Failed }
        && word.Outcome == ResolutionOutcome.Succeeded
        && Ownership.TextOf(word.Reference ?? row.Reference) is { } reference
            ? [ConflictKey.Of(reference, Saying.Done), ConflictKey.Of(reference, Saying.Taken)]
            : [];

    // What stands beside what 2C2P has still to decide, and is on record, the person has looked at.
    private static IReadOnlyList<string> Answered(CaseFile file, Look look, Transition transition)
    {
        if (transition.To != OperationStatus.Pending)
            return [];

        var decided = file with
        {
            Row = Advance.Next(file.Row, transition, file.Now, file.Times),
            Ledger = file.Ledger.With(transition.Reference, file.Row.Id),
            Messages = [.. file.Messages.Where(message => message.IsApplied)],
        };
        return [.. Patience.Said(decided), .. Listed(decided, look)];
    }

    private static IEnumerable<string> Listed(CaseFile decided, Look look)
    {
        if (decided.Row.Kind != OperationKind.Refund || look.View is not GatewayView.Seen seen)
            return [];

        var testimony = new Testimony(decided);
        return new OwnRefunds(decided, testimony, new ListReading(decided, testimony, seen.Response, seen.Evidence)).Reasons;
    }

    private static Transition Followed(
        CaseFile file,
        PersonsWord word,
        Look look,
        Transition transition,
        Objections objections
    ) =>
        AfterTheEnd.Heard(
            file,
            look,
            PersonsTransition.Of(
                file,
                word,
                transition with
                {
                    Edit = row =>
                        transition.Edit(row) with
                        {
                            ConflictKeys =
                            [
                                .. Kept(file, word, look)
                                    .Union(objections.Overruled, StringComparer.Ordinal)
                                    .Union(Named(row, word), StringComparer.Ordinal),
                            ],
                            PatienceFrom = file.Now,
                            Answered = Answered(file, look, transition),
                            // What the person saw may have lagged: it is looked at once more, a day later.
                            WatchedAt = null,
                        },
                }
            )
        );
}
