using Microsoft.Extensions.Logging;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Workflow;

/// <summary>Weighs one word of a person under the claim: 2C2P is asked first, the judge decides, the verdict is carried out and kept beside the word.</summary>
internal sealed partial class PersonsHearing(
    GatewayLook gateway,
    RunWriter writer,
    PersonsWords words,
    OperationTimes times,
    TimeProvider time,
    ILogger<PersonsHearing> logger
)
{
    public async Task TakeAsync(OperationRun run, PersonsWord word)
    {
        var look = ResolutionCase.NeedsLook(File(run), word, run.Learned.RestoredAt) ? (await gateway.TakeAsync(run)).Look : null;
        switch (ResolutionCase.Decide(File(run), word, look))
        {
            case ResolutionVerdict.Granted { Transition: var transition }:
                await FollowAsync(run, word, transition);
                break;
            case ResolutionVerdict.Heard heard:
                await CloseAsync(run, word, new WordResult(true, heard.Note, []));
                await writer.GiveBackAsync(run, $"A person's word: {heard.Note}");
                break;
            case ResolutionVerdict.Refused refused:
                LogRefused(logger, run.Row.Id, word.Outcome);
                await CloseAsync(
                    run,
                    word,
                    new WordResult(false, refused.Reason, [.. refused.Contradictions.Select(WordContradiction.Of)])
                );
                await writer.GiveBackAsync(run, "A person's word was not followed");
                break;
            case ResolutionVerdict.Waits waits:
                await writer.WaitAsync(run, $"A person's word waits: {waits.Note}");
                break;
            default:
                throw new InvalidOperationException("A verdict on a person's word is not carried out.");
        }
    }

    private async Task FollowAsync(OperationRun run, PersonsWord word, Transition transition)
    {
        // What came while the person was still writing stays news: it is judged by what they decided.
        switch (await writer.FinishAsync(run, transition, appliesNews: false))
        {
            case CommitResult.Committed:
                await CloseAsync(run, word, new WordResult(true, transition.Note, []));
                break;
            case CommitResult.ReferenceTaken:
                await CloseAsync(run, word, new WordResult(false, "The refund belongs to another operation.", []));
                await writer.GiveBackAsync(run, "A person named another operation's refund");
                break;
            default:
                // The claim is lost, or storage refused: whoever comes next weighs the word anew.
                break;
        }
    }

    private CaseFile File(OperationRun run) => run.File(times, time.GetUtcNow());

    private Task CloseAsync(OperationRun run, PersonsWord word, WordResult result) =>
        words.CloseAsync(run.Row.Id, word, result, time.GetUtcNow(), CancellationToken.None);

    [LoggerMessage(
        2050,
        LogLevel.Warning,
        "Operation {OperationId}: a person's word ({Outcome}) contradicts 2C2P and was not followed"
    )]
    private static partial void LogRefused(ILogger logger, OperationId operationId, ResolutionOutcome outcome);
}
