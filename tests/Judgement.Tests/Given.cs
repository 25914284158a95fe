using PaymentOperations.Judgement;
using PaymentOperations.Merchants;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace Judgement.Tests;

/// <summary>What the gateway says of an operation, and what the judge makes of it.</summary>
internal static class Given
{
    public static readonly Money Forty = Money.FromAmount(40m);

    /// <summary>An entry of the list with the operation's mark.</summary>
    public static GatewayRefund Own(this OperationRow row, string status, string? reference = "A1", decimal? amount = null) =>
        new(reference, amount is { } other ? Money.FromAmount(other) : row.Amount!.Value, status, row.Id.ToString(), row.KeyHash);

    /// <summary>An entry of the list that nobody explains.</summary>
    public static GatewayRefund Unmarked(string status, string? reference = "X1", decimal amount = 40m) =>
        new(reference, Money.FromAmount(amount), status);

    public static GatewayPayment List(params GatewayRefund[] refunds)
    {
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.AddRange(refunds);
        return payment;
    }

    public static InboxMessage Callback(
        string status,
        string? reference = "A1",
        OperationRow? mark = null,
        string code = "00",
        decimal? amount = 40m,
        TimeSpan at = default
    ) =>
        Answers.Message(
            Answers.Response("R", "INV-1", code, status, amount is { } money ? Money.FromAmount(money) : null, reference) with
            {
                UserDefined = mark is null ? [] : [mark.Id.ToString(), mark.KeyHash],
            },
            InboxKind.Callback,
            attempt: 0,
            Rows.Now + at
        );

    /// <summary>The row with this answer kept beside one of its attempts.</summary>
    public static OperationRow Answered(
        this OperationRow row,
        int attempt,
        string code,
        string status = "",
        string? reference = null
    )
    {
        var answer = Answers
            .Message(Answers.Response(RequestLetters.Of(row.Kind), "INV-1", code, status, row.Amount, reference))
            .Answer;
        return row with
        {
            Attempts =
            [
                .. row.Attempts.Select(one => one.Number == attempt ? one with { RespCode = code, Answer = answer } : one),
            ],
        };
    }

    /// <summary>The verdict on what a list shows, so many seconds after everything began.</summary>
    public static Verdict Judged(
        this OperationRow row,
        GatewayPayment list,
        int seconds = 300,
        Merchant? merchant = null,
        IReadOnlyList<OperationRow>? siblings = null,
        params InboxMessage[] messages
    ) => row.Judged(Rows.Look(list, TimeSpan.FromSeconds(seconds)).View, seconds, merchant, siblings, messages);

    /// <summary>The verdict on what the gateway says, so many seconds after everything began.</summary>
    public static Verdict Judged(
        this OperationRow row,
        GatewayView view,
        int seconds = 300,
        Merchant? merchant = null,
        IReadOnlyList<OperationRow>? siblings = null,
        params InboxMessage[] messages
    ) =>
        Judge.Decide(
            Rows.File(row, TimeSpan.FromSeconds(seconds), merchant, LedgerOf(row, siblings ?? []), messages),
            new Look(view, Rows.Now + TimeSpan.FromSeconds(seconds))
        );

    public static GatewayView NotOffered => new GatewayView.NotOffered(Answers.Response("RS", "INV-1", "97"));

    public static GatewayView Missing
    {
        get
        {
            var response = Answers.Response("I", "INV-1", "16");
            return new GatewayView.Missing(response, Answers.Evidence(response));
        }
    }

    public static GatewayView Payment(string status, decimal? amount = 100m)
    {
        var response = Answers.Response("I", "INV-1", "00", status, amount is { } money ? Money.FromAmount(money) : null);
        return new GatewayView.Seen(response, Answers.Evidence(response));
    }

    public static Transition Transition(this Verdict verdict) => verdict.ShouldBeOfType<Verdict.Change>().Transition;

    public static Verdict.Stay Stays(this Verdict verdict) => verdict.ShouldBeOfType<Verdict.Stay>();

    /// <summary>A person is asked, and nothing else changes.</summary>
    public static Transition AsksPerson(this Verdict verdict, OperationStatus status)
    {
        var transition = verdict.Transition();
        transition.To.ShouldBe(status);
        transition.ReviewReason.ShouldNotBeNull();
        return transition;
    }

    /// <summary>The invoice with the operation and others of it; what they own is known.</summary>
    public static InvoiceSnapshot LedgerOf(OperationRow row, IReadOnlyList<OperationRow> siblings) =>
        Rows.Ledger(
            row,
            [.. siblings.Append(row).Where(one => one.Reference is not null).Select(one => (one.Reference!, one.Id))]
        ) with
        {
            Operations = [.. siblings, row],
        };
}
