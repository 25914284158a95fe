using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Judgement;

/// <summary>What the outcome of one request means for its attempt.</summary>
internal static class AttemptOutcomes
{
    /// <summary>T5: our request never asked for its bytes, so nothing can have moved. It is tried again, ever more rarely, and a person hears of it.</summary>
    public static Transition NeverSent(CaseFile file, PaymentActionOutcome.NeverSent outcome)
    {
        var isOverdue = file.Row.DoubtSince is { } since && file.Now - since >= file.Times.Patience;
        return new()
        {
            Rule = "T5",
            To = OperationStatus.Accepted,
            Note = $"The request never left ({outcome.Reason}); it will be tried again",
            ReviewReason =
                outcome.Reason == NeverSentReason.InvalidRequest
                    ? $"The request breaks 2C2P's field table: {string.Join(", ", outcome.Errors.Select(error => error.Field))}."
                : isOverdue ? $"The request could not leave for {file.Times.Patience.TotalMinutes:0} minutes ({outcome.Reason})."
                : file.Row.ReviewReason,
            KeepsPolls = true,
            Edit = row =>
                row with
                {
                    DoubtSince = row.DoubtSince ?? file.Now,
                    Attempts =
                    [
                        // Of the attempts that never left, only the last is kept: a long outage must not fill the row.
                        .. row.Attempts.SkipLast(1).Where(attempt => !attempt.NeverSent),
                        row.Attempts[^1] with
                        {
                            NeverSent = true,
                            Outcome = $"never sent: {outcome.Reason}",
                        },
                    ],
                },
        };
    }

    /// <summary>T9: nothing certain.</summary>
    public static Transition Unknown(string note, DecisiveAnswer? answer) =>
        new()
        {
            Rule = "T9",
            To = OperationStatus.Unknown,
            Note = $"{note}; 2C2P will be asked",
            Evidence = answer,
        };

    public static DecisiveAnswer? AnswerOf(PaymentActionOutcome outcome) =>
        outcome is PaymentActionOutcome.Verified verified ? DecisiveAnswer.Of(verified.Response, verified.Evidence) : null;

    /// <summary>The row with the answer kept beside its attempt.</summary>
    public static OperationRow WithAnswer(OperationRow row, DecisiveAnswer? answer, string outcome) =>
        row.Attempts.Count == 0
            ? row
            : row with
            {
                Attempts =
                [
                    .. row.Attempts.SkipLast(1),
                    row.Attempts[^1] with
                    {
                        Answer = answer,
                        RespCode = answer?.RespCode,
                        Outcome = outcome,
                    },
                ],
            };

    public static string Describe(PaymentActionOutcome outcome) =>
        outcome switch
        {
            PaymentActionOutcome.Verified verified => DescribeAnswer(verified.Response),
            PaymentActionOutcome.Unknown unknown => unknown.Reason switch
            {
                UnknownReason.TimedOut => "2C2P did not answer in time",
                UnknownReason.ConnectionLost => "The connection broke before 2C2P's answer",
                UnknownReason.HttpStatus => $"2C2P's server answered HTTP {unknown.HttpStatus}",
                UnknownReason.Unreadable => "2C2P's answer cannot be read",
                UnknownReason.Unverified => "2C2P's answer has no valid hash",
                UnknownReason.Mismatched => "2C2P's answer does not belong to the request",
                _ => throw new InvalidOperationException($"The reason {unknown.Reason} has no words."),
            },
            _ => throw new InvalidOperationException("An outcome of a call has no words."),
        };

    private static string DescribeAnswer(PaymentProcessResponse response) =>
        $"2C2P answered {response.RespCode} with {(string.IsNullOrEmpty(response.Status.Text) ? "no status" : $"status {response.Status}")}, which alone does not decide";
}
