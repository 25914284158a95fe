using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>No doubt lasts without a person hearing of it. Seconds after everything began.</summary>
public sealed class PatienceTests
{
    private const int Day = 86400;

    private static GatewayView Silent =>
        new GatewayView.Silent("no answer", new PaymentActionOutcome.Unknown(UnknownReason.TimedOut, null, null));

    [Theory]
    [InlineData(OperationStatus.Unknown, null, 899, false)]
    [InlineData(OperationStatus.Unknown, null, 900, true)]
    [InlineData(OperationStatus.Unknown, 100, 900, true)]
    [InlineData(OperationStatus.Accepted, 100, 999, false)]
    [InlineData(OperationStatus.Accepted, 100, 1000, true)]
    [InlineData(OperationStatus.Accepted, null, 1000, false)]
    [InlineData(OperationStatus.Accepted, null, Day - 1, false)]
    [InlineData(OperationStatus.Accepted, null, Day, true)]
    [InlineData(OperationStatus.Pending, 100, Day, false)]
    [InlineData(OperationStatus.Pending, null, (7 * Day) - 1, false)]
    [InlineData(OperationStatus.Pending, null, 7 * Day, true)]
    public void a_person_hears_of_what_lasts(OperationStatus status, int? doubtSince, int now, bool asks)
    {
        var row = Rows.Refund(40m, status).After(true) with
        {
            DoubtSince = doubtSince is { } seconds ? Rows.Now.AddSeconds(seconds) : null,
        };

        var sut = row.Judged(Silent, now);

        (sut is Verdict.Change).ShouldBe(asks);
        if (asks)
            (sut.AsksPerson(status).Alarm is null).ShouldBe(status == OperationStatus.Pending);
    }

    [Theory]
    [InlineData(OperationStatus.Unknown, "It cannot be told whether 2C2P did it")]
    [InlineData(OperationStatus.Accepted, "Nothing could be sent")]
    public void it_says_whether_something_may_have_been_done(OperationStatus status, string words)
    {
        var row = Rows.Refund(40m, status).After(true) with { DoubtSince = Rows.Now };

        row.Judged(Silent, 900).AsksPerson(status).ReviewReason!.ShouldContain(words);
    }

    [Fact]
    public void it_says_what_2c2p_said_so_far_and_nothing_of_what_says_nothing()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "99");

        row.Judged(Silent, 900).AsksPerson(OperationStatus.Unknown).ReviewReason!.ShouldNotContain("2C2P said");
        row.Judged(Silent, 900, messages: Callback("RF"))
            .AsksPerson(OperationStatus.Unknown)
            .ReviewReason!.ShouldSatisfyAllConditions(
                reason => reason.ShouldContain("2C2P said: callback (00, RF, A1)"),
                reason => reason.ShouldNotContain("99")
            );
    }

    [Fact]
    public void who_is_asked_already_is_not_asked_again()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true) with { ReviewReason = "why" };

        row.Judged(Silent, 7 * Day).Stays();
    }

    [Theory]
    [InlineData("RF", "00", 0, Day - 1, false)]
    [InlineData("RF", "00", 0, Day, true)]
    [InlineData("RF", "45", 0, Day, true)]
    [InlineData("RFF", "00", 0, Day, true)]
    [InlineData("RFF", "00", 10, Day, false)]
    [InlineData("RP", "00", 0, Day, false)]
    public void a_callback_that_the_list_does_not_confirm_for_a_day_is_a_persons(
        string status,
        string code,
        int at,
        int now,
        bool asks
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = "A1" };
        var callback = Callback(status, code: code, at: TimeSpan.FromSeconds(at));

        var sut = row.Judged(List(row.Own("RP")), now, messages: callback);

        (sut is Verdict.Change { Transition.ReviewReason: not null }).ShouldBe(asks);
    }

    [Theory]
    [InlineData("RFF", false)]
    [InlineData("RF", true)]
    public void a_callback_that_a_person_decided_beside_is_not_told_again_while_2c2p_decides(string status, bool asks)
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with
        {
            Reference = "A1",
            PatienceFrom = Rows.Now,
            Answered = ["said A1:Failed"],
        };

        var sut = row.Judged(List(row.Own("RP")), 3 * Day, messages: Callback(status));

        (sut is Verdict.Change { Transition.ReviewReason: not null }).ShouldBe(asks);
    }

    [Fact]
    public void a_person_who_decided_hears_again_when_2c2p_does_not_decide_for_a_week()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with
        {
            Reference = "A1",
            PatienceFrom = Rows.Now.AddHours(1),
        };

        row.Judged(List(row.Own("RP")), (7 * Day) + 3599).Stays();
        row.Judged(List(row.Own("RP")), (7 * Day) + 3600).AsksPerson(OperationStatus.Pending);
    }

    [Fact]
    public void the_oldest_callback_counts_and_a_late_answer_is_none()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = "A1" };
        var answer = Answers.Message(Answers.Response("R", "INV-1", "00", "RF", Forty, "A1"), at: Rows.Now);

        (
            row.Judged(Silent, Day, messages: [Callback("RF"), Callback("RF", at: TimeSpan.FromHours(1))]) is Verdict.Change
        ).ShouldBeTrue();
        (row.Judged(Silent, Day, messages: answer) is Verdict.Change).ShouldBeFalse();
    }

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public void going_back_to_ask_does_not_begin_the_patience_anew(int now, bool asks)
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted).After(true) with { DoubtSince = Rows.Now };

        var sut = row.Judged(Missing, now).Transition();

        sut.Rule.ShouldBe("T3b");
        sut.To.ShouldBe(OperationStatus.Unknown);
        sut.KeepsPolls.ShouldBeTrue();
        (sut.ReviewReason is not null).ShouldBe(asks);
        (sut.Alarm is not null).ShouldBe(asks);
    }

    [Fact]
    public void what_was_seen_is_remembered_when_a_person_is_asked()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);
        var sibling = Rows.Refund(7m, OperationStatus.Failed).After(true);

        var sut = row.Judged(List(Unmarked("RF"), sibling.Own("RF", "B1")), 900, siblings: [sibling]);

        sut.AsksPerson(OperationStatus.Unknown).Edit(row).Seen.ShouldContain(seen => seen.Reference == "X1");
        sut.Siblings.ShouldHaveSingleItem().Sibling.Id.ShouldBe(sibling.Id);
    }

    [Fact]
    public void a_doubt_that_holds_up_the_sending_begins_once()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var doubtful = row with { DoubtSince = Rows.Now.AddSeconds(1) };
        var payment = List();
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "B1", KeyHash = "other" };

        row.Judged(payment, siblings: [other]).Stays().Edit(row).DoubtSince.ShouldBe(Rows.Now.AddSeconds(300));
        doubtful.Judged(payment, siblings: [other]).Stays().Edit(doubtful).DoubtSince.ShouldBe(doubtful.DoubtSince);
    }

    [Fact]
    public void what_only_a_person_can_decide_begins_a_doubt_and_is_worth_waking_somebody()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted) with { IsHinted = true };

        var sut = row.Judged(List()).AsksPerson(OperationStatus.Accepted);

        sut.KeepsPolls.ShouldBeTrue();
        sut.Alarm.ShouldNotBeNull();
        sut.ReviewReason!.ShouldEndWith("older copy.");
        sut.Edit(row).DoubtSince.ShouldBe(Rows.Now.AddSeconds(300));
        sut.Edit(row with { DoubtSince = Rows.Now }).DoubtSince.ShouldBe(Rows.Now);
    }
}
