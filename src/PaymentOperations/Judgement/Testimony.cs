using System.Text.Json;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using TwoC2P;

namespace PaymentOperations.Judgement;

/// <summary>All verified messages about one operation: direct answers, late answers, callbacks, and what lists that were read for siblings showed.</summary>
internal sealed class Testimony
{
    private readonly OperationRow _row;

    public Testimony(CaseFile file)
    {
        var row = _row = file.Row;
        Statements =
        [
            .. row
                .MaybeSent.Select(attempt => (attempt, Answer: AnswerOf(row, attempt)))
                .Where(pair => pair.Answer is not null)
                .Select(pair =>
                    OfAnswer(pair.attempt.Number, pair.Answer!, $"answer to attempt {pair.attempt.Number}") with
                    {
                        IsKept = true,
                    }
                ),
            .. file.Messages.Select(OfMessage).Where(statement => !SpeaksOfAnother(statement, file.Ledger)),
        ];
        Callbacks = file
            .Messages.Where(message => message.Kind == InboxKind.Callback)
            .Select(message => (OfMessage(message), message.At))
            .Where(told => !SpeaksOfAnother(told.Item1, file.Ledger));
    }

    // What names a refund that another operation owns speaks of that one, whatever address it came to, unless it carries our mark: then 2C2P contradicts itself, and it may be ours.
    private bool SpeaksOfAnother(Statement statement, InvoiceSnapshot ledger) =>
        statement.Attempt is null
        && statement.Answer.UserDefined1 != _row.Id.ToString()
        && ledger.IsOwnedByAnother(statement.Reference, _row.Id);

    /// <summary>Every message.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Callbacks, and when each arrived.</summary>
    public IEnumerable<(Statement Statement, DateTimeOffset At)> Callbacks { get; }

    /// <summary>Messages that do not say which attempt they speak of.</summary>
    public IEnumerable<Statement> Unassigned => Statements.Where(statement => statement.Attempt is null);

    /// <summary>Messages by which money may have moved, or may still: they forbid to send for good.</summary>
    public IEnumerable<Statement> Forbidding =>
        Statements.Where(statement => statement.Saying is Saying.Done or Saying.Taken or Saying.Contradiction);

    /// <summary>What is known of one attempt. Two messages that disagree are a contradiction.</summary>
    public Saying Of(Attempt attempt)
    {
        Saying[] said =
        [
            .. Statements
                .Where(statement => statement.Attempt == attempt.Number && statement.Saying != Saying.Nothing)
                .Select(statement => statement.Saying)
                .Distinct(),
        ];
        return said switch
        {
            [] => Saying.Nothing,
            [var only] => only,
            _ when said.All(saying => saying is Saying.Done or Saying.Taken) => Saying.Done,
            _ => Saying.Contradiction,
        };
    }

    /// <summary>The messages about one attempt that say so.</summary>
    public Statement? Find(Attempt attempt, Saying saying) =>
        Statements.LastOrDefault(statement => statement.Attempt == attempt.Number && statement.Saying == saying);

    /// <summary>Attempts that may have been sent and that 2C2P did not refuse.</summary>
    public IReadOnlyList<Attempt> OpenAttempts => [.. _row.MaybeSent.Where(attempt => Of(attempt) != Saying.Refused)];

    /// <summary>References that verified messages give to this operation's refunds.</summary>
    public bool Names(string reference) => Statements.Any(statement => statement.Reference == reference);

    /// <summary>The answer that is kept with an attempt. The first edition kept only its code there, and the last decisive answer in the row; after the end that may be any message.</summary>
    private static DecisiveAnswer? AnswerOf(OperationRow row, Attempt attempt)
    {
        if (attempt.Answer is not null || attempt.RespCode is null)
            return attempt.Answer;

        var last =
            row.Evidence is null || row.IsFinal
                ? null
                : JsonSerializer.Deserialize(row.Evidence, OperationRowJson.Default.DecisiveAnswer);
        return
            last?.ProcessType == RequestLetters.Of(row.Kind) && last.RespCode == attempt.RespCode && attempt == row.Attempts[^1]
            ? last
            : new DecisiveAnswer { RespCode = attempt.RespCode };
    }

    private Statement OfMessage(InboxMessage message) =>
        message.Kind switch
        {
            InboxKind.LateAnswer => OfAnswer(message.Attempt, message.Answer, $"late answer to attempt {message.Attempt}"),
            InboxKind.Callback => new(
                Sayings.OfCallback(message.Answer),
                null,
                RefundReference.Of(message.Answer, _row.TransactionReference),
                message.Answer,
                "callback"
            ),
            InboxKind.Listing => new(
                Sayings.OfEntry(new(message.Answer.EntryStatus ?? "")),
                null,
                message.Answer.EntryReferenceNo,
                message.Answer,
                "2C2P's list"
            )
            {
                IsListed = _row.PatienceFrom is not { } decided || message.At > decided,
            },
            _ => throw new InvalidOperationException($"A message of the kind {message.Kind} has no saying."),
        };

    private Statement OfAnswer(int attempt, DecisiveAnswer answer, string source)
    {
        var saying = Sayings.OfAnswer(_row.Kind, answer);
        if (saying is Saying.Done or Saying.Taken && !AmountFits(answer))
            saying = Saying.Contradiction;

        return new(
            saying,
            attempt,
            _row.Kind == OperationKind.Refund ? RefundReference.Of(answer, _row.TransactionReference) : null,
            answer,
            source
        );
    }

    private bool AmountFits(DecisiveAnswer answer) =>
        string.IsNullOrEmpty(answer.Amount)
        || _row.Amount is not { } amount
        || (Money.TryParseWire(answer.Amount, out var said) && said == amount);
}
