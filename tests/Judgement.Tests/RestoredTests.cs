using PaymentOperations.Copies;
using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>A ledger that was put back from a copy: what was open in it, and what was accepted since.</summary>
public sealed class RestoredTests
{
    private const int Late = 16 * 60;

    [Theory]
    [InlineData(OperationStatus.Accepted, false)]
    [InlineData(OperationStatus.Unknown, true)]
    [InlineData(OperationStatus.Submitting, true)]
    public void what_was_open_ends_as_listed_and_is_never_sent_by_itself(OperationStatus status, bool wasSent)
    {
        var copied = Rows.Refund(60m, status);
        var row = Restored.Of(wasSent ? copied.After(true) : copied, Rows.Now, Rows.Times);

        // Two refunds of this amount would not fit, which is a licence for everybody else.
        var absent = row with
        {
            AbsentSince = Rows.Now.AddMinutes(5),
        };
        absent.Judged(List(), 10 * 60).Stays();
        absent.Judged(List(), Late).AsksPerson(OperationStatus.Unknown);
        row.Judged(List(row.Own("RF"))).Transition().To.ShouldBe(OperationStatus.Succeeded);
        row.Judged(List(Unmarked("RF", amount: 60m)), Late).AsksPerson(OperationStatus.Unknown);
    }

    [Fact]
    public void it_goes_on_free_of_the_worker_that_had_it_and_what_had_ended_or_is_pending_stays()
    {
        var claimed = Rows.Refund() with { ClaimToken = "t", ClaimUntil = Rows.Now.AddHours(1), NextEvent = 3 };

        var open = Restored.Of(claimed, Rows.Now, Rows.Times);
        var pending = Restored.Of(claimed with { Status = OperationStatus.Pending }, Rows.Now, Rows.Times);

        (open.ClaimToken, open.Status, open.NextEvent, open.RestoredAt).ShouldBe((null, OperationStatus.Unknown, 4, Rows.Now));
        open.MaybeSent.Single().Number.ShouldBeGreaterThan(100);
        (pending.ClaimToken, pending.Status, pending.NextEvent, pending.RestoredAt).ShouldBe(
            (null, OperationStatus.Pending, 3, null)
        );
        pending.Attempts.ShouldBeEmpty();
        Restored.IsLeft(claimed with { Status = OperationStatus.Failed }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "A")]
    [InlineData(OperationKind.Settlement, "RS")]
    [InlineData(OperationKind.Void, "V")]
    public void a_settlement_or_void_is_a_persons_whatever_the_payment_shows(OperationKind kind, string status)
    {
        var row = Restored.Of(Rows.Row(kind, kind == OperationKind.Void ? null : 60m), Rows.Now, Rows.Times);

        row.Judged(Payment(status, 60m)).AsksPerson(OperationStatus.Unknown);
    }

    [Fact]
    public void nothing_unexplained_is_adopted()
    {
        var merchant = Rows.Merchant with { NobodyRefundsInPortal = true };
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true) with { InferredReference = "X1" };

        row.Judged(List(Unmarked("RF")), merchant: merchant).Transition().To.ShouldBe(OperationStatus.Succeeded);
        Restored.Of(row, Rows.Now, Rows.Times).Judged(List(Unmarked("RF")), merchant: merchant).Stays();
    }

    // An operation of which the copy does not know may have made it.
    [Theory]
    [InlineData(OperationStatus.Pending, -1, false)]
    [InlineData(OperationStatus.Unknown, 0, false)]
    [InlineData(OperationStatus.Unknown, 8, false)]
    [InlineData(OperationStatus.Unknown, 9, true)]
    public void neither_is_it_by_what_was_pending_in_the_copy_or_is_accepted_a_short_time_later(
        OperationStatus status,
        int daysLater,
        bool isAdopted
    )
    {
        var row = Rows.Refund(40m, status).After(true) with { InferredReference = "X1", CreatedAt = Rows.Now.AddDays(daysLater) };
        var file = Rows.File(
            row,
            TimeSpan.FromMinutes(5),
            Rows.Merchant with
            {
                NobodyRefundsInPortal = true,
            },
            LedgerOf(row, [])
        );

        var sut = Judge.Decide(file, Rows.Look(List(Unmarked("RF")), TimeSpan.FromMinutes(5)) with { RestoredAt = Rows.Now });

        (sut is Verdict.Change { Transition.To: OperationStatus.Succeeded }).ShouldBe(isAdopted);
    }

    [Fact]
    public void a_failed_entry_fails_nothing_for_nobody_knows_how_many_requests_there_were()
    {
        var row = Restored.Of(Rows.Refund(40m), Rows.Now, Rows.Times);

        row.Judged(List(row.Own("RFF"))).Stays();
        row.Judged(List(row.Own("RFF")), Late).AsksPerson(OperationStatus.Unknown);
        row.Judged(List(row.Own("RFF"), row.Own("RF", "A2"))).Transition().To.ShouldBe(OperationStatus.Succeeded);
    }

    [Theory]
    [InlineData(40, 0, true)]
    [InlineData(39, 0, false)]
    [InlineData(40, 8, true)]
    [InlineData(40, 9, false)]
    [InlineData(40, -1, false)]
    public void a_refund_that_is_accepted_a_short_time_later_waits_where_one_of_its_amount_is_listed_that_nobody_explains(
        int listed,
        int daysLater,
        bool waits
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted) with { CreatedAt = Rows.Now.AddDays(daysLater) };
        var look = Rows.Look(List(Unmarked("RF", amount: listed)), TimeSpan.FromMinutes(5)) with { RestoredAt = Rows.Now };

        var sut = Judge.Decide(Rows.File(row), look);

        if (waits)
            sut.AsksPerson(OperationStatus.Accepted).ReviewReason!.ShouldContain("put back from a copy");
        else
            sut.ShouldBeOfType<Verdict.Send>();
        Judge.Decide(Rows.File(row with { PersonsWordAfter = 0 }), look).ShouldBeOfType<Verdict.Send>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void without_a_list_it_waits_in_any_case(bool wasRestored)
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var look = new Look(Payment("S"), Rows.Now) { RestoredAt = wasRestored ? Rows.Now : null };

        var sut = Judge.DecideByPayment(Rows.File(row), look);

        (sut is Verdict.Send).ShouldBe(!wasRestored);
    }
}
