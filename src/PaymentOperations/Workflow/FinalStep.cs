using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>T19: messages for a final operation change nothing; they are put on record, and a contradiction wakes somebody.</summary>
internal sealed class FinalStep(RunWriter writer)
{
    public async Task TakeAsync(OperationRun run)
    {
        if (run.News.Count == 0)
        {
            // Another worker put the messages on record between this one's two looks at the inbox.
            await writer.GiveBackAsync(run, "Nothing is left to put on record");
            return;
        }

        var contradiction = run.News.Any(message => LateAnswerRules.Contradicts(run.Row, message));
        await writer.FinishAsync(
            run,
            new Transition
            {
                Rule = "T19",
                To = run.Row.Status,
                Note = contradiction
                    ? "A verified message contradicts the final state; a person has to look"
                    : $"{run.News.Count} verified message(s) after the end: {string.Join(", ", run.News.Select(Words))}",
                Alarm = contradiction ? "a verified message contradicts the final state" : null,
                ReviewReason = contradiction ? "A verified message contradicts the final state." : null,
                Evidence = run.News[0].Answer,
                Edit = row => row,
            },
            appliesNews: true
        );
    }

    private static string Words(InboxMessage message) =>
        message.Kind == InboxKind.Callback ? $"callback {message.Answer.Status}" : $"late answer {message.Answer.RespCode}";
}
