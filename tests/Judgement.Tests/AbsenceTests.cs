using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace Judgement.Tests;

public sealed class AbsenceTests
{
    [Theory]
    [InlineData(149, null, false)]
    [InlineData(150, null, false)]
    [InlineData(209, 150, false)]
    [InlineData(210, 150, true)]
    [InlineData(210, 149, false)]
    public void absence_takes_two_answers_a_minute_apart_both_after_the_last_attempt(int asked, int? since, bool isCertain)
    {
        var row = Rows.Refund().After(true) with { AbsentSince = since is null ? null : Rows.Now.AddSeconds(since.Value) };

        var sut = Absence.After(row, Rows.Now.AddSeconds(asked), Rows.Times);

        sut.IsCertain.ShouldBe(isCertain);
        sut.Since.ShouldBe(
            since is >= 150 ? Rows.Now.AddSeconds(since.Value)
            : asked < 150 ? null
            : Rows.Now.AddSeconds(asked)
        );
    }

    [Theory]
    [InlineData(true, 60, 0, 5, true)]
    [InlineData(true, 50, 0, 5, false)]
    [InlineData(true, 51, 0, 5, true)]
    [InlineData(false, 60, 0, 5, false)]
    [InlineData(true, 40, 30, 5, true)]
    [InlineData(true, 60, 0, 0, false)]
    public void a_refund_is_sent_again_only_where_two_cannot_fit(
        bool isCard,
        decimal amount,
        decimal refunded,
        int attemptsLeft,
        bool expected
    )
    {
        var row = Unknown(amount, [.. Enumerable.Repeat(true, 5 - Math.Min(attemptsLeft, 4))]);
        row = row with { Baseline = Baseline.Of(["old"]) };
        var payment = new GatewayPayment { InvoiceNo = "INV-1", IsCard = isCard };
        if (refunded > 0)
            payment.Refunds.Add(new GatewayRefund("old", Money.FromAmount(refunded), "RF"));

        (RuleOf(row, payment) == "T13").ShouldBe(expected);
    }

    [Theory]
    [InlineData("RF")]
    [InlineData("RP")]
    [InlineData("")]
    public void what_nobody_explains_is_never_subtracted_and_never_a_strangers(string status)
    {
        var row = Unknown(40m, true);
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(new GatewayRefund("x", Money.FromAmount(30m), status));

        RuleOf(row, payment).ShouldBeNull();
    }

    [Fact]
    public void a_list_that_lags_starts_absence_anew()
    {
        var row = Unknown(60m, true);
        var other = Rows.Refund(5m, OperationStatus.Succeeded) with { Reference = "8001" };
        var ledger = Rows.Ledger(row, ("8001", other.Id)) with { Operations = [row, other] };

        var sut = Judge.Decide(
            Rows.File(row, TimeSpan.FromSeconds(300), ledger: ledger),
            Rows.Look(new GatewayPayment { InvoiceNo = "INV-1" }, TimeSpan.FromSeconds(300))
        );

        sut.ShouldBeOfType<Verdict.Stay>().Edit(row).AbsentSince.ShouldBeNull();
    }

    [Theory]
    [InlineData(OperationStatus.Unknown, false, 0, 30)]
    [InlineData(OperationStatus.Unknown, false, 1, 60)]
    [InlineData(OperationStatus.Unknown, false, 2, 300)]
    [InlineData(OperationStatus.Unknown, false, 3, 600)]
    [InlineData(OperationStatus.Unknown, true, 0, 3600)]
    [InlineData(OperationStatus.Pending, false, 24, 600)]
    [InlineData(OperationStatus.Pending, false, 25, 3600)]
    public void the_waits_grow(OperationStatus status, bool needsReview, int polls, int seconds)
    {
        var row = Rows.Refund(10m, status) with { Polls = polls, ReviewReason = needsReview ? "why" : null };

        Schedule.WaitFor(row, Rows.Times).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(OperationKind.Refund, "S SS PPC PFC")]
    [InlineData(OperationKind.Settlement, "A")]
    [InlineData(OperationKind.Void, "A AP RS")]
    public void only_these_states_of_a_payment_allow_it(OperationKind kind, string allowed) =>
        TransactionStatus
            .Table.Keys.Where(status => PaymentRules.Allows(kind, status))
            .Select(status => status.Text)
            .ShouldBe(allowed.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("411111XXXXXX1111", "VI", true)]
    [InlineData("411111XXXXXX1111", "PA", false)]
    [InlineData("411111XXXXXX1111", null, false)]
    [InlineData("", "VI", false)]
    [InlineData(null, "UP", false)]
    public void a_card_payment_has_a_scheme_of_cards_and_a_masked_number(string? number, string? scheme, bool isCard) =>
        PaymentRules
            .IsCard(Answers.Response("I", "INV-1", "00") with { MaskedPan = number, PaymentScheme = scheme })
            .ShouldBe(isCard);

    private static OperationRow Unknown(decimal amount, params bool[] attempts) =>
        Rows.Refund(amount, OperationStatus.Unknown).After(attempts) with
        {
            AbsentSince = Rows.Now.AddSeconds(150),
        };

    private static string? RuleOf(OperationRow row, GatewayPayment payment) =>
        Judge.Decide(Rows.File(row, TimeSpan.FromSeconds(300)), Rows.Look(payment, TimeSpan.FromSeconds(300)))
            is Verdict.Change { Transition.Rule: var rule }
            ? rule
            : null;
}
