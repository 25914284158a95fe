using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>A refund by the list, and without one.</summary>
public sealed class RefundCaseTests
{
    [Theory]
    [InlineData("S", 40, 0, true)]
    [InlineData("S", 39, 0, false)]
    [InlineData("S", 100, 60, true)]
    [InlineData("S", 100, 61, false)]
    [InlineData("V", 100, 0, false)]
    public void a_first_request_is_sent_where_the_list_leaves_enough_and_fails_where_not(
        string status,
        int captured,
        int refunded,
        bool isSent
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var list = List(refunded == 0 ? [] : [Unmarked("RF", "X1", refunded)]);
        (list.Amount, list.Status) = (Money.FromAmount(captured), status);

        var sut = row.Judged(list);

        if (!isSent)
        {
            sut.Transition().Rule.ShouldBe("T3a");
            return;
        }

        var permit = sut.ShouldBeOfType<Verdict.Send>().Permit;
        permit.Licence.ShouldBe(Licence.First);
        permit.Baseline!.Contains("X1").ShouldBe(refunded > 0);
        permit.Facts.Amount.ShouldBe(Money.FromAmount(captured));
    }

    // Accepted while nobody knew the captured amount, so that nothing was held against it then.
    [Theory]
    [InlineData(OperationStatus.Pending, false, 61, false)]
    [InlineData(OperationStatus.Pending, false, 60, true)]
    [InlineData(OperationStatus.Failed, true, 61, false)]
    [InlineData(OperationStatus.Failed, false, 61, true)]
    public void what_2C2P_took_counts_although_its_list_does_not_show_it_yet(
        OperationStatus status,
        bool isReservedAgain,
        int amount,
        bool isSent
    )
    {
        var taken = Rows.Refund(40m, status).After(true) with
        {
            KeyHash = "another",
            Reference = "B1",
            IsReservedAgain = isReservedAgain,
        };
        var row = Rows.Refund(amount, OperationStatus.Accepted);

        var sut = row.Judged(List(), siblings: [taken]);

        if (isSent)
            sut.ShouldBeOfType<Verdict.Send>();
        else
            sut.Stays().Note.ShouldContain("does not show");
    }

    [Theory]
    [InlineData(OperationStatus.Succeeded, true, 61, false)]
    [InlineData(OperationStatus.Succeeded, true, 60, true)]
    [InlineData(OperationStatus.Pending, true, 61, false)]
    [InlineData(OperationStatus.Accepted, false, 61, true)]
    [InlineData(OperationStatus.Failed, true, 61, true)]
    public void without_a_list_it_has_to_fit_beside_what_others_may_have_moved(
        OperationStatus status,
        bool wasSent,
        int amount,
        bool isSent
    )
    {
        var other = Rows.Refund(40m, status).After(wasSent) with { KeyHash = "another" };
        var row = Rows.Refund(amount, OperationStatus.Accepted);

        var sut = Judge.DecideByPayment(Rows.File(row, ledger: LedgerOf(row, [other])), new Look(Payment("S"), Rows.Now));

        if (isSent)
            sut.ShouldBeOfType<Verdict.Send>();
        else
            sut.Stays().Note.ShouldContain("Other refunds");
    }

    [Fact]
    public void what_failed_is_not_gone_from_the_payment()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        row.Judged(List(Unmarked("RFF", "X1", 100m))).ShouldBeOfType<Verdict.Send>();
    }

    [Theory]
    [InlineData("S", 40, true)]
    [InlineData("S", 39, false)]
    [InlineData("A", 100, false)]
    public void without_a_list_the_payment_itself_permits_the_first_request(string status, int captured, bool isSent)
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        var sut = ByPayment(row, Payment(status, captured));

        if (isSent)
            sut.ShouldBeOfType<Verdict.Send>().Permit.Baseline.ShouldBeNull();
        else
            sut.Transition().Rule.ShouldBe("T3a");
    }

    [Fact]
    public void without_a_list_an_unreadable_amount_or_a_sign_of_an_older_copy_permits_nothing()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        ByPayment(row, Payment("S", null)).Stays();
        ByPayment(row with { IsHinted = true }, Payment("S")).AsksPerson(OperationStatus.Accepted);
    }

    [Fact]
    public void that_2c2p_offers_no_list_is_believed_when_it_says_so_twice()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted) with { AbsentSince = Rows.Now };

        var first = row.Judged(NotOffered).Stays().Edit(row);

        first.NotOfferedSince.ShouldBe(Rows.Now.AddSeconds(300));
        first.AbsentSince.ShouldBeNull();
        first.Judged(NotOffered, 359).Stays().Edit(first).NotOfferedSince.ShouldBe(Rows.Now.AddSeconds(300));
        first.Judged(NotOffered, 360).ShouldBeOfType<Verdict.LookAtPayment>();
    }

    [Theory]
    [InlineData(OperationStatus.Accepted, true, OperationStatus.Unknown, "T3b")]
    [InlineData(OperationStatus.Unknown, true, OperationStatus.Unknown, "T14")]
    public void without_a_list_nothing_is_sent_again(OperationStatus status, bool wasSent, OperationStatus to, string rule)
    {
        var row = Rows.Refund(40m, status).After(wasSent) with { NotOfferedSince = Rows.Now };

        var sut = row.Judged(NotOffered).Transition();

        sut.To.ShouldBe(to);
        sut.Rule.ShouldBe(rule);
        sut.Edit(row).NotOfferedSince.ShouldBe(Rows.Now);
        (sut.ReviewReason ?? "").ShouldNotEndWith("..");
    }

    [Fact]
    public void without_a_list_a_hinted_refund_is_a_persons_and_a_pending_one_waits()
    {
        var hinted = Rows.Refund(40m, OperationStatus.Accepted) with { IsHinted = true, NotOfferedSince = Rows.Now };
        var pending = Rows.Refund(40m, OperationStatus.Pending).After(true) with { NotOfferedSince = Rows.Now };

        hinted.Judged(NotOffered).AsksPerson(OperationStatus.Accepted);
        pending.Judged(NotOffered).Stays();
    }

    [Fact]
    public void a_list_that_is_offered_again_is_remembered()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { NotOfferedSince = Rows.Now };

        row.Judged(List()).Stays().Edit(row).NotOfferedSince.ShouldBeNull();
    }

    [Theory]
    [InlineData("49", 1, 160, "T12")]
    [InlineData("49", 1, 240, "T12")]
    [InlineData("49", 1, 241, null)]
    [InlineData("49", 1, null, null)]
    [InlineData("49", 2, 160, null)]
    [InlineData("99", 1, 160, null)]
    public void already_fully_refunded_fails_the_only_request_with_the_proof_of_absence(
        string code,
        int attempts,
        int? absentSince,
        string? rule
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After([.. Enumerable.Repeat(true, attempts)]).Answered(1, code);
        row = row with { AbsentSince = absentSince is { } seconds ? Rows.Now.AddSeconds(seconds) : null };

        var sut = row.Judged(List());

        if (rule is null)
            sut.Stays();
        else
            sut.Transition()
                .ShouldSatisfyAllConditions(end => end.Rule.ShouldBe(rule), end => end.Gateway!.RespCode.ShouldBe(code));
    }

    [Fact]
    public void what_was_said_after_already_fully_refunded_is_no_refusal()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "49") with
        {
            AbsentSince = Rows.Now.AddSeconds(160),
        };
        var late = Answers.Message(Answers.Response("R", "INV-1", "45"));

        row.Judged(List(), messages: late).Stays();
    }

    [Theory]
    [InlineData(60, null, "T13", Licence.CannotFitTwice)]
    [InlineData(50, null, null, null)]
    [InlineData(40, 10, "T13", Licence.DoneWithin)]
    [InlineData(40, 151, null, null)]
    public void an_absent_refund_goes_back_to_be_sent_only_with_a_licence(
        int amount,
        int? doneWithin,
        string? rule,
        object? licence
    )
    {
        var row = Rows.Refund(amount, OperationStatus.Unknown).After(true) with { AbsentSince = Rows.Now.AddSeconds(160) };
        var merchant = Rows.Merchant with { DoneWithin = doneWithin is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        var sut = row.Judged(List(), merchant: merchant);
        var again = (row with { Status = OperationStatus.Accepted }).Judged(List(), merchant: merchant);

        if (rule is null)
        {
            sut.Stays();
            again.Transition().Rule.ShouldBe("T3b");
            return;
        }

        sut.Transition().Rule.ShouldBe(rule);
        sut.Transition().DueAtOnce.ShouldBeTrue();
        sut.Transition().Evidence!.Assumption.ShouldNotBeNull();
        again.ShouldBeOfType<Verdict.Send>().Permit.Licence.ShouldBe((Licence)licence!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void an_amount_that_fits_exactly_still_fits(bool isSecond)
    {
        var row = Rows.Refund(60m, isSecond ? OperationStatus.Unknown : OperationStatus.Accepted);
        row = isSecond ? row.After(true) with { AbsentSince = Rows.Now.AddSeconds(160) } : row;
        if (isSecond)
            row = row with { Baseline = Baseline.Of(["X1"]) };

        var sut = row.Judged(List(Unmarked("RF", "X1", 40m)));

        if (isSecond)
            sut.Transition().Rule.ShouldBe("T13");
        else
            sut.ShouldBeOfType<Verdict.Send>();
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void what_another_refund_may_still_take_is_not_left_for_a_second_request(int pending, bool isSentAgain)
    {
        var row = Rows.Refund(60m, OperationStatus.Unknown).After(true) with { AbsentSince = Rows.Now.AddSeconds(160) };
        var other = Rows.Refund(pending, OperationStatus.Pending).After(true) with { Reference = "B1", KeyHash = "other" };

        var sut = row.Judged(List(Unmarked("RP", "B1", pending)), siblings: [other]);

        (sut is Verdict.Change { Transition.Rule: "T13" }).ShouldBe(isSentAgain);
    }

    [Fact]
    public void a_refund_that_2c2p_said_something_of_or_that_a_person_looks_at_is_not_sent_again()
    {
        var row = Rows.Refund(60m, OperationStatus.Accepted).After(true);

        row.Judged(List()).ShouldBeOfType<Verdict.Send>();
        foreach (var called in (string[])["RF", "RP", "RFF"])
            row.Judged(List(), messages: Callback(called, amount: 60m)).Transition().Rule.ShouldBe("T3b");
        (row with { ReviewReason = "why" }).Judged(List()).Transition().Rule.ShouldBe("T3b");
        row.Judged(List(Unmarked("RF", null, 1m))).Transition().Note.ShouldContain("(without reference)");
    }

    [Theory]
    [InlineData(90, 180, 300)]
    [InlineData(90, 239, 300)]
    [InlineData(90, 250, 250)]
    [InlineData(150, 180, 300)]
    [InlineData(151, 180, 180)]
    public void absence_that_began_before_the_vouched_bound_begins_anew_after_it(int doneWithin, int absentSince, int expected)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true) with { AbsentSince = Rows.Now.AddSeconds(absentSince) };
        var merchant = Rows.Merchant with { DoneWithin = TimeSpan.FromSeconds(doneWithin) };

        row.Judged(List(), 300, merchant).Stays().Edit(row).AbsentSince.ShouldBe(Rows.Now.AddSeconds(expected));
    }

    private static Verdict ByPayment(OperationRow row, GatewayView view) =>
        Judge.DecideByPayment(Rows.File(row), new Look(view, Rows.Now));
}
