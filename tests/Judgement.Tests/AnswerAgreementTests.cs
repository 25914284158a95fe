using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>2C2P's direct answers decide where they agree with each other and with every other message.</summary>
public sealed class AnswerAgreementTests
{
    [Theory]
    [InlineData(OperationStatus.Submitting, "00", "RF", OperationStatus.Succeeded, "T6")]
    [InlineData(OperationStatus.Submitting, "42", "RP", OperationStatus.Pending, "T7")]
    [InlineData(OperationStatus.Submitting, "45", "", OperationStatus.Failed, "T8")]
    [InlineData(OperationStatus.Unknown, "00", "RF", OperationStatus.Succeeded, "T17")]
    [InlineData(OperationStatus.Accepted, "42", "RP", OperationStatus.Pending, "T17")]
    [InlineData(OperationStatus.Unknown, "45", "", OperationStatus.Failed, "T17")]
    public void the_answer_to_the_only_request_decides(
        OperationStatus status,
        string code,
        string said,
        OperationStatus to,
        string rule
    )
    {
        var row = Rows.Refund(40m, status).After(true).Answered(1, code, said, said == "" ? null : "A1");

        var sut = Decided(row).ShouldNotBeNull();

        sut.To.ShouldBe(to);
        sut.Rule.ShouldBe(rule);
        sut.LeavesLine.ShouldBeTrue();
        sut.Reference.ShouldBe(to == OperationStatus.Failed ? null : "A1");
        sut.Gateway!.RespCode.ShouldBe(code);
        sut.ReviewReason.ShouldBeNull();
        sut.Alarm.ShouldBeNull();
    }

    [Theory]
    [InlineData("00", "RF", null)]
    [InlineData("99", "", null)]
    [InlineData("00", "RS", "A1")]
    public void an_answer_without_a_reference_or_a_meaning_decides_nothing(string code, string said, string? reference) =>
        Decided(Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, code, said, reference)).ShouldBeNull();

    [Fact]
    public void a_refund_that_was_taken_without_a_reference_keeps_its_place_in_line()
    {
        var sut = Decided(Rows.Refund(40m).After(true).Answered(1, "42")).ShouldNotBeNull();

        sut.To.ShouldBe(OperationStatus.Pending);
        sut.LeavesLine.ShouldBeFalse();
        sut.Reference.ShouldBeNull();
    }

    [Fact]
    public void a_void_that_was_taken_keeps_its_place_in_line_and_owns_no_reference()
    {
        var sut = Decided(Rows.Row(OperationKind.Void, null).After(true).Answered(1, "00", "VP", "A1")).ShouldNotBeNull();

        sut.To.ShouldBe(OperationStatus.Pending);
        sut.LeavesLine.ShouldBeFalse();
        sut.Reference.ShouldBeNull();
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "RS")]
    [InlineData(OperationKind.Void, "V")]
    public void a_settlement_and_a_void_own_no_reference(OperationKind kind, string said)
    {
        var sut = Decided(Rows.Row(kind, 40m).After(true).Answered(1, "00", said, "A1")).ShouldNotBeNull();

        sut.To.ShouldBe(OperationStatus.Succeeded);
        sut.Reference.ShouldBeNull();
        sut.LeavesLine.ShouldBeTrue();
    }

    [Fact]
    public void what_left_the_line_does_not_leave_it_twice()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1") with { InLine = false };

        Decided(row).ShouldNotBeNull().LeavesLine.ShouldBeFalse();
        Decided(row.Answered(1, "42", "RP", "A1")).ShouldNotBeNull().LeavesLine.ShouldBeFalse();
    }

    [Theory]
    [InlineData(OperationKind.Refund, "RF", "T1", "G1")]
    [InlineData(OperationKind.Void, "V", "G1", null)]
    public void callers_see_which_reference_is_the_payments_and_which_the_refunds(
        OperationKind kind,
        string said,
        string payment,
        string? refund
    )
    {
        var row = Rows.Row(kind, 40m).After(true).Answered(1, "00", said);
        var answer = row.Attempts[0].Answer! with { ReferenceNo = "G1" };

        var sut = Decided(row with { Attempts = [row.Attempts[0] with { Answer = answer }] }).ShouldNotBeNull();

        sut.Gateway!.ReferenceNo.ShouldBe(payment);
        sut.Gateway.RefundReferenceNo.ShouldBe(refund);
    }

    [Fact]
    public void an_answer_that_contradicts_itself_keeps_every_other_from_deciding()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);

        Decided(row.Answered(1, "45", "RF").Answered(2, "00", "RF", "A2")).ShouldBeNull();
    }

    [Theory]
    [InlineData("RF", "A1", true)]
    [InlineData("RF", null, true)]
    [InlineData("RF", "A2", false)]
    [InlineData("RP", "A2", false)]
    [InlineData("RFF", "A1", false)]
    [InlineData("RFF", null, false)]
    [InlineData("RFF", "A2", true)]
    [InlineData("S", "A2", true)]
    public void a_yes_that_a_callback_disputes_decides_nothing(string called, string? reference, bool decides)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1");

        (Decided(row, Callback(called, reference)) is not null).ShouldBe(decides);
    }

    [Fact]
    public void a_yes_beside_a_callback_that_contradicts_itself_decides_nothing()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1");

        Decided(row, Callback("RF", "A1", code: "45")).ShouldBeNull();
    }

    [Theory]
    [InlineData("RF", false)]
    [InlineData("RP", false)]
    [InlineData("RFF", false)]
    [InlineData("S", true)]
    public void a_refusal_decides_only_where_no_callback_says_anything(string called, bool decides)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "45");

        (Decided(row, Callback(called)) is not null).ShouldBe(decides);
    }

    [Theory]
    [InlineData("45", true)]
    [InlineData("99", false)]
    public void every_attempt_has_to_be_refused(string first, bool decides)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(1, first).Answered(2, "41");

        var sut = Decided(row);

        (sut is not null).ShouldBe(decides);
        if (decides)
            sut!.Gateway!.RespCode.ShouldBe("41");
    }

    [Fact]
    public void nothing_sent_decides_nothing() => Decided(Rows.Refund(40m, OperationStatus.Unknown).After(false)).ShouldBeNull();

    [Fact]
    public void a_pending_refund_is_not_failed_by_a_refusal() =>
        Decided(Rows.Refund(40m, OperationStatus.Pending).After(true).Answered(1, "45")).ShouldBeNull();

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void a_reference_of_another_operation_or_of_the_baseline_decides_nothing(bool isOwned, bool wasThereBefore)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1");
        row = row with { Baseline = Baseline.Of(wasThereBefore ? ["A1"] : []) };
        var ledger = isOwned ? Rows.Ledger(row, ("A1", Rows.Refund().Id)) : Rows.Ledger(row);

        Judge.DecideByAnswers(Rows.File(row, ledger: ledger)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, "", true)]
    [InlineData(1, "45", false)]
    [InlineData(2, "", false)]
    public void a_yes_to_an_earlier_attempt_than_the_last_may_be_a_double(int answered, string otherCode, bool isDouble)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(answered, "00", "RF", "A1");
        if (otherCode != "")
            row = row.Answered(3 - answered, otherCode);

        var sut = Decided(row).ShouldNotBeNull();

        sut.To.ShouldBe(OperationStatus.Succeeded);
        (sut.ReviewReason is not null).ShouldBe(isDouble);
        (sut.Alarm is not null).ShouldBe(isDouble);
    }

    [Theory]
    [InlineData(OperationStatus.Submitting, OperationStatus.Unknown)]
    [InlineData(OperationStatus.Unknown, OperationStatus.Unknown)]
    [InlineData(OperationStatus.Pending, OperationStatus.Pending)]
    public void two_attempts_that_were_answered_as_done_are_a_double_and_told_once(OperationStatus status, OperationStatus to)
    {
        var row = Rows.Refund(40m, status).After(true, true).Answered(1, "00", "RF", "A1").Answered(2, "42", "RP", "A2");

        var sut = Decided(row).ShouldNotBeNull();

        sut.To.ShouldBe(to);
        sut.ReviewReason!.ShouldContain("money may have moved twice");
        Decided(row with { ReviewReason = sut.ReviewReason }).ShouldBeNull();
        var told = sut.Edit(row);
        Decided(told with { ReviewReason = "another reason" }).ShouldBeNull();
        Decided(told.Answered(2, "00", "RF", "A3")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("A1", "A2", 1, true)]
    [InlineData("A1", "A1", 1, false)]
    [InlineData("A1", null, 1, false)]
    [InlineData(null, "A2", 1, false)]
    [InlineData(null, "A2", 2, true)]
    public void a_late_answer_that_names_another_refund_than_the_pending_one_is_a_double(
        string? known,
        string? said,
        int attempts,
        bool isDouble
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After([.. Enumerable.Repeat(true, attempts)]);
        row = row.Answered(1, "42", "RP", said) with { Reference = known };

        (Decided(row) is { ReviewReason: not null }).ShouldBe(isDouble);
    }

    [Fact]
    public void without_anything_said_2c2p_is_asked() =>
        Judge.Decide(Rows.File(Rows.Refund(40m, OperationStatus.Unknown).After(true)), null).Stays();

    [Fact]
    public void with_a_decisive_answer_2c2p_need_not_be_asked() =>
        Judge
            .Decide(Rows.File(Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1")), null)
            .Transition()
            .To.ShouldBe(OperationStatus.Succeeded);

    private static Transition? Decided(OperationRow row, params InboxMessage[] messages) =>
        Judge.DecideByAnswers(Rows.File(row, messages: messages)) is Verdict.Change { Transition: var transition }
            ? transition
            : null;
}
