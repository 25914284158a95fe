using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace Judgement.Tests;

/// <summary>A right to send that was used or not.</summary>
public sealed class NeverSentTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public void a_request_that_never_left_is_tried_again_and_a_person_hears_of_it_when_that_lasts(int? doubtFor, bool asksPerson)
    {
        var row = Rows.Refund(40m).After(true) with
        {
            DoubtSince = doubtFor is { } seconds ? Rows.Now.AddSeconds(1000 - seconds) : null,
        };

        var sut = Judge.DecideAfterSending(Rows.File(row, TimeSpan.FromSeconds(1000)), Answers.NeverSent);

        sut.To.ShouldBe(OperationStatus.Accepted);
        sut.KeepsPolls.ShouldBeTrue();
        (sut.ReviewReason is not null).ShouldBe(asksPerson);
        var edited = sut.Edit(row);
        edited.DoubtSince.ShouldBe(row.DoubtSince ?? Rows.Now.AddSeconds(1000));
        edited.Attempts.ShouldHaveSingleItem().NeverSent.ShouldBeTrue();
    }

    [Fact]
    public void a_request_that_breaks_the_field_table_is_a_persons_at_once()
    {
        var outcome = new PaymentActionOutcome.NeverSent(
            NeverSentReason.InvalidRequest,
            [new FieldError("actionAmount", "too long")]
        );

        var sut = Judge.DecideAfterSending(Rows.File(Rows.Refund(40m).After(true)), outcome);

        sut.ReviewReason!.ShouldContain("actionAmount");
    }

    [Fact]
    public void why_a_person_looks_is_not_forgotten_by_another_try()
    {
        var row = Rows.Refund(40m).After(true) with { ReviewReason = "why" };

        Judge.DecideAfterSending(Rows.File(row), Answers.NeverSent).ReviewReason.ShouldBe("why");
    }

    [Fact]
    public void of_attempts_that_never_left_only_the_last_is_kept_and_none_of_the_others_is_lost()
    {
        var row = Rows.Refund(40m).After(false, true, false, true);

        var kept = Judge.DecideAfterSending(Rows.File(row), Answers.NeverSent).Edit(row).Attempts;

        kept.Select(attempt => (attempt.Number, attempt.NeverSent)).ShouldBe([(2, false), (4, true)]);
    }

    [Fact]
    public void an_answer_is_kept_beside_its_attempt_and_no_other()
    {
        var row = Rows.Refund(40m).After(true, true);
        var answer = Answers.Response("R", "INV-1", "99");

        var sut = Judge.DecideAfterSending(Rows.File(row), Answers.Of(answer));

        var attempts = sut.Edit(row).Attempts;
        attempts.Select(attempt => attempt.RespCode).ShouldBe([null, "99"]);
        attempts[1].Answer.ShouldNotBeNull().RespCode.ShouldBe("99");
        attempts[1].Outcome.ShouldNotBeNull();
        AttemptOutcomes.WithAnswer(Rows.Refund(), null, "nothing").Attempts.ShouldBeEmpty();
    }

    [Fact]
    public void the_right_to_send_is_numbered_bounded_and_keeps_the_claim()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted).After(false);
        var file = Rows.File(row, TimeSpan.FromSeconds(30));
        var facts = new PaymentFacts(Money.FromAmount(100m), TransactionStatus.Settled);

        var sut = Submission.Of(file, new Permit(Licence.First, Baseline.Of(["B1"]), "T2", facts), carriesEcho: true);
        var next = sut.Edit(row);

        sut.KeepsClaim.ShouldBeTrue();
        sut.KeepsPolls.ShouldBeTrue();
        sut.FillsInvoice.ShouldBe(facts);
        next.Attempts.Count.ShouldBe(2);
        next.Attempts[1].Number.ShouldBe(2);
        next.Attempts[1].StartedAt.ShouldBe(file.Now);
        next.Attempts[1].ClaimUntil.ShouldBe(file.Now + Rows.Times.Claim);
        next.Attempts[1].Licence.ShouldBe(Licence.First);
        next.Baseline!.Contains("B1").ShouldBeTrue();
        next.TransactionReference.ShouldBe("T2");
    }

    [Fact]
    public void a_later_right_to_send_keeps_the_first_baseline_and_what_is_known_of_the_payment()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted).After(true) with { Baseline = Baseline.Of(["B1"]) };
        var ledger = Rows.Ledger(row) with { Invoice = new InvoiceRow { Captured = Money.FromAmount(100m) } };
        var permit = new Permit(
            Licence.CannotFitTwice,
            Baseline.Of(["B2"]),
            null,
            new PaymentFacts(Money.FromAmount(1m), TransactionStatus.Settled)
        );

        var sut = Submission.Of(Rows.File(row, ledger: ledger), permit, carriesEcho: true);
        var next = sut.Edit(row);

        sut.FillsInvoice.ShouldBeNull();
        next.Baseline!.Contains("B1").ShouldBeTrue();
        next.Baseline.Contains("B2").ShouldBeFalse();
        next.TransactionReference.ShouldBe("T1");
    }
}
