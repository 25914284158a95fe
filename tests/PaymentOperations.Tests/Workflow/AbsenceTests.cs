using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using PaymentOperations.Workflow;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Workflow;

public sealed class AbsenceTests
{
    [Theory]
    [InlineData(149, null, false)]
    [InlineData(150, null, false)]
    [InlineData(209, 150, false)]
    [InlineData(210, 150, true)]
    public void absence_takes_two_answers_a_minute_apart_both_after_the_last_attempt(int asked, int? since, bool isCertain)
    {
        var row = Rows.Refund().After(true) with { AbsentSince = since is null ? null : Rows.Now.AddSeconds(since.Value) };

        var sut = Absence.After(row, Rows.At(TimeSpan.FromSeconds(asked)));

        sut.IsCertain.ShouldBe(isCertain);
        sut.Since.ShouldBe(
            since is not null ? Rows.Now.AddSeconds(since.Value)
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
        var row = Rows.Refund(amount, OperationStatus.Unknown).After([.. Enumerable.Repeat(true, 5 - Math.Min(attemptsLeft, 4))]);
        row = row with { AbsentSince = Rows.Now.AddSeconds(150), Baseline = ["old"] };
        var payment = new GatewayPayment { InvoiceNo = "INV-1", IsCard = isCard };
        if (refunded > 0)
            payment.Refunds.Add(new GatewayRefund("old", Money.FromAmount(refunded), "RF"));

        var sut = RefundInquiryRules.JudgeUnknown(List(row, payment), Rows.At(TimeSpan.FromSeconds(300)));

        (sut is InquiryStep.Change { Transition.Rule: "T13" }).ShouldBe(expected);
    }

    [Fact]
    public void a_list_that_lags_or_shows_a_candidate_starts_absence_anew()
    {
        var row = Rows.Refund(60m, OperationStatus.Unknown).After(true) with { AbsentSince = Rows.Now.AddSeconds(150) };
        var other = Rows.Refund(5m, OperationStatus.Succeeded);
        var lagging = new RefundList(
            row,
            Rows.Ledger(row, ("8001", other.Id)) with
            {
                Operations = [row, other],
            },
            Answers.ListView(new GatewayPayment { InvoiceNo = "INV-1" }),
            Answers.Evidence(new PaymentProcessResponse()),
            EchoKnown: false
        );
        var suspicious = new GatewayPayment { InvoiceNo = "INV-1" };
        suspicious.Refunds.Add(new GatewayRefund("x", Money.FromAmount(60m), "RR"));

        foreach (var list in new[] { lagging, List(row, suspicious) })
        {
            var sut = RefundInquiryRules.JudgeUnknown(list, Rows.At(TimeSpan.FromSeconds(600)));

            sut.ShouldBeOfType<InquiryStep.Stay>().Edit(row).AbsentSince.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void an_entry_without_our_mark_is_not_ours_only_where_every_attempt_carried_it_and_the_gateway_echoes(
        bool echoKnown,
        bool carried,
        bool isCandidate
    )
    {
        var row = Rows.Refund(10m, OperationStatus.Unknown).After(true);
        row = row with { Attempts = [row.Attempts[0] with { CarriedEcho = carried }] };
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(new GatewayRefund("x", Money.FromAmount(10m), "RF"));

        (List(row, payment, echoKnown).Candidates.Count == 1).ShouldBe(isCandidate);
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
    [InlineData(OperationKind.Refund, "S SS")]
    [InlineData(OperationKind.Settlement, "A")]
    [InlineData(OperationKind.Void, "A AP RS")]
    public void only_these_states_of_a_payment_allow_it(OperationKind kind, string allowed) =>
        TransactionStatus
            .Table.Keys.Where(status => PaymentRules.Allows(kind, status))
            .Select(status => status.Text)
            .ShouldBe(allowed.Split(' '), ignoreOrder: true);

    private static RefundList List(PaymentOperations.Storage.OperationRow row, GatewayPayment payment, bool echoKnown = false) =>
        new(row, Rows.Ledger(row), Answers.ListView(payment), Answers.Evidence(new PaymentProcessResponse()), echoKnown);
}
