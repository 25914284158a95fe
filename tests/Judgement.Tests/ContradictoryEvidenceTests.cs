using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace Judgement.Tests;

/// <summary>Sequences that the exploration of the judge found: messages, lists and rows that say two things.</summary>
public sealed class ContradictoryEvidenceTests
{
    private static readonly TimeSpan _later = TimeSpan.FromMinutes(5);

    [Fact]
    public void an_end_that_an_older_message_contradicts_is_told_in_the_same_transaction()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);
        var file = Rows.File(row, _later, messages: Callback(row, "RF", "A1"));
        var failed = Ending.Failed(row, "T12", "2C2P lists nothing of ours", new GatewayResult(), null);

        var sut = AfterTheEnd.Tell(file, null, failed);

        var next = Advance.Next(row, sut, file.Now, file.Times);
        next.NeedsReview.ShouldBeTrue();
        next.IsReservedAgain.ShouldBeTrue();
        next.ConflictKeys.ShouldHaveSingleItem();
        sut.Alarm.ShouldNotBeNull();
        Advance.ChangeOf(row, sut).ChangesInvoice.ShouldBeNull();
    }

    [Theory]
    [InlineData(OperationKind.Refund, "42")]
    [InlineData(OperationKind.Void, "00")]
    public void what_the_row_of_the_first_edition_keeps_was_weighed_at_its_end_and_contradicts_nothing(
        OperationKind kind,
        string code
    )
    {
        var row = Rows.Row(kind, kind == OperationKind.Refund ? 40m : null, OperationStatus.Failed).After(true);
        row = row with { Attempts = [row.Attempts[0] with { RespCode = code }] };

        Judge.Decide(Rows.File(row), null).ShouldBeOfType<Verdict.Stay>();
    }

    [Fact]
    public void a_callback_that_the_audit_of_the_first_edition_kept_is_not_taken_for_an_answer()
    {
        var row = Rows.Refund(40m, OperationStatus.Failed).After(true);
        row = row with
        {
            Attempts = [row.Attempts[0] with { RespCode = "00" }],
            Evidence = Advance.Json(Callback(row, "RF", "A1").Answer),
        };

        new Testimony(Rows.File(row)).Statements.ShouldHaveSingleItem().Saying.ShouldBe(Saying.Contradiction);
    }

    [Theory]
    [InlineData("A2")]
    [InlineData(null)]
    public void a_failed_entry_that_may_be_the_refused_attempts_does_not_explain_the_open_one(string? reference)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);
        var refused = Answers.Message(Answers.Response("R", "INV-1", "45", "RFF")).Answer;
        row = row with { Attempts = [row.Attempts[0], row.Attempts[1] with { RespCode = "45", Answer = refused }] };
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(Own(row, reference, "RFF"));

        Judge.Decide(Rows.File(row, _later), Rows.Look(payment, _later)).ShouldBeOfType<Verdict.Stay>();
    }

    [Fact]
    public void a_failed_entry_that_its_refusal_named_and_one_more_explain_both_attempts()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);
        var refused = Answers.Message(Answers.Response("R", "INV-1", "45", "RFF", refundReference: "A2")).Answer;
        row = row with { Attempts = [row.Attempts[0], row.Attempts[1] with { RespCode = "45", Answer = refused }] };
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(Own(row, "A2", "RFF"));
        payment.Refunds.Add(Own(row, "A1", "RR"));

        Judge
            .Decide(Rows.File(row, _later), Rows.Look(payment, _later))
            .ShouldBeOfType<Verdict.Change>()
            .Transition.To.ShouldBe(OperationStatus.Failed);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "A1")]
    public void without_a_list_a_failure_decides_where_it_speaks_of_the_only_request_or_of_the_known_refund(
        bool wasSentTwice,
        string? known
    )
    {
        var row = NotListed(wasSentTwice) with { Reference = known };

        Judge
            .Decide(Rows.File(row, _later, messages: Callback(row, "RFF", "A1")), NotOffered)
            .ShouldBeOfType<Verdict.Change>()
            .Transition.To.ShouldBe(OperationStatus.Failed);
    }

    [Fact]
    public void without_a_list_a_failure_that_may_be_the_refused_attempts_decides_nothing()
    {
        var row = NotListed(wasSentTwice: true);

        // The callback came more than a day ago: a person hears of it.
        PersonAsked(Judge.Decide(Rows.File(row, _later, messages: Callback(row, "RFF", "A1")), NotOffered))
            .To.ShouldBe(OperationStatus.Pending);
    }

    [Theory]
    [InlineData("RF", true)]
    [InlineData("RFF", false)]
    public void a_refund_that_a_callback_to_our_address_named_contradicts_our_failure_though_another_may_have_made_it(
        string status,
        bool isTold
    )
    {
        var other = Rows.Refund(40m, OperationStatus.Failed).After(true);
        var row = Rows.Refund(40m, OperationStatus.Failed).After(true);
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(new GatewayRefund("A1", Money.FromAmount(40m), status));
        var callback = Answers.Message(
            Answers.Response("R", "INV-1", "00", "RP", row.Amount, "A1"),
            InboxKind.Callback,
            attempt: 0
        ) with
        {
            IsApplied = true,
        };

        var sut = Judge.Decide(
            Rows.File(row, TimeSpan.FromDays(1), ledger: With(row, other), messages: callback),
            Rows.Look(payment, TimeSpan.FromDays(1))
        );

        (sut is Verdict.Change { Transition.ReviewReason: not null }).ShouldBe(isTold);
    }

    private static Look NotOffered => new(new GatewayView.NotOffered(Answers.Response("RS", "INV-1", "97")), Rows.Now + _later);

    private static OperationRow NotListed(bool wasSentTwice)
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After([.. Enumerable.Repeat(true, wasSentTwice ? 2 : 1)]);
        var refused = Answers.Message(Answers.Response("R", "INV-1", "45", "RFF")).Answer;
        return row with
        {
            NotOfferedSince = Rows.Now,
            Attempts = wasSentTwice
                ? [row.Attempts[0], row.Attempts[1] with { RespCode = "45", Answer = refused }]
                : row.Attempts,
        };
    }

    [Fact]
    public void an_entry_with_our_mark_that_2c2p_gave_to_another_operation_is_for_a_person()
    {
        var other = Rows.Refund(40m, OperationStatus.Failed).After(true);
        var refused = Answers.Response("R", "INV-1", "45", "RFF", refundReference: "A1");
        other = other with { Attempts = [other.Attempts[0] with { RespCode = "45", Answer = Answers.Message(refused).Answer }] };
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(Own(row, "A1", "RF"));

        var sut = Judge.Decide(Rows.File(row, ledger: With(row, other)), Rows.Look(payment, TimeSpan.Zero));

        PersonAsked(sut).To.ShouldBe(OperationStatus.Accepted);
    }

    [Fact]
    public void a_capture_whose_amount_cannot_be_read_is_no_absence()
    {
        var row = Rows.Row(OperationKind.Settlement, 60m, OperationStatus.Unknown).After(true) with { AbsentSince = Rows.Now };
        var payment = Answers.Response("I", "INV-1", "00", "RS") with { AmountText = "12.345" };
        var look = new Look(new GatewayView.Seen(payment, Answers.Evidence(payment)), Rows.Now + _later);

        var sut = Judge.Decide(Rows.File(row, _later), look).ShouldBeOfType<Verdict.Stay>();

        sut.Edit(row).AbsentSince.ShouldBeNull();
    }

    [Fact]
    public void a_payment_that_another_void_voided_was_not_voided_by_this_one()
    {
        var other = Rows.Row(OperationKind.Void, null, OperationStatus.Succeeded).After(true);
        var row = Rows.Row(OperationKind.Void, null, OperationStatus.Unknown).After(true);
        var payment = Answers.Response("I", "INV-1", "00", "V", Money.FromAmount(100m));

        Verdict Judged(DateTimeOffset? absentSince) =>
            Judge.Decide(
                Rows.File(row with { AbsentSince = absentSince }, _later, ledger: With(row, other)),
                new Look(new GatewayView.Seen(payment, Answers.Evidence(payment)), Rows.Now + _later)
            );

        Judged(null).ShouldBeOfType<Verdict.Stay>();
        Judged(Rows.Now.AddSeconds(200))
            .ShouldBeOfType<Verdict.Change>()
            .Transition.ShouldSatisfyAllConditions(
                transition => transition.Rule.ShouldBe("T12"),
                transition => transition.To.ShouldBe(OperationStatus.Failed)
            );
    }

    private static GatewayRefund Own(OperationRow row, string? reference, string status) =>
        new(reference, row.Amount!.Value, status, row.Id.ToString(), row.KeyHash);

    private static InboxMessage Callback(OperationRow row, string status, string reference) =>
        Answers.Message(
            Answers.Response("R", "INV-1", "00", status, row.Amount, reference) with
            {
                UserDefined = [row.Id.ToString(), row.KeyHash],
            },
            InboxKind.Callback,
            attempt: 0
        );

    private static InvoiceSnapshot With(OperationRow row, OperationRow other) =>
        Rows.Ledger(row) with
        {
            Operations = [other, row],
        };

    private static Transition PersonAsked(Verdict verdict)
    {
        var transition = verdict.ShouldBeOfType<Verdict.Change>().Transition;
        transition.ReviewReason.ShouldNotBeNull();
        return transition;
    }
}
