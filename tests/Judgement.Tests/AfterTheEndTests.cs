using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What is said of an operation after its end.</summary>
public sealed class AfterTheEndTests
{
    [Theory]
    [InlineData("RF", "A1", "00", true)]
    [InlineData("RF", null, "00", true)]
    [InlineData("RP", "A1", "00", false)]
    [InlineData("RFF", "A1", "00", false)]
    [InlineData("RF", "A1", "45", true)]
    public void a_callback_about_a_failed_refund_calls_a_person_where_it_may_have_been_done(
        string status,
        string? reference,
        string code,
        bool isContradiction
    )
    {
        var row = Ended(OperationStatus.Failed);

        var sut = Heard(row, Callback(status, reference, code: code));

        (sut.ReviewReason is not null).ShouldBe(isContradiction);
        (sut.Alarm is not null).ShouldBe(isContradiction);
        sut.ReservesAgain.ShouldBe(isContradiction);
        sut.Edit(row).IsReservedAgain.ShouldBe(isContradiction);
        sut.Edit(row).WatchedAt.ShouldBeNull();
        sut.Rule.ShouldBe("T19");
        sut.To.ShouldBe(OperationStatus.Failed);
    }

    [Theory]
    [InlineData("00", "RP", "A1", true)]
    [InlineData("00", "RF", "A1", true)]
    [InlineData("45", "RF", "A1", true)]
    [InlineData("45", "", null, false)]
    [InlineData("99", "", null, false)]
    public void a_late_answer_to_a_failed_refund_calls_a_person_where_2c2p_took_it(
        string code,
        string status,
        string? reference,
        bool isContradiction
    )
    {
        var late = Answers.Message(Answers.Response("R", "INV-1", code, status, Forty, reference));

        (Heard(Ended(OperationStatus.Failed), late).ReviewReason is not null).ShouldBe(isContradiction);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void what_a_later_word_or_list_says_failed_need_not_be_told(bool wasListed)
    {
        var row = Ended(OperationStatus.Failed);
        var late = Answers.Message(Answers.Response("R", "INV-1", "00", "RP", Forty, "A1"));
        if (wasListed)
            row = row with
            {
                Seen =
                [
                    new Sighting
                    {
                        Reference = "A1",
                        Status = "RFF",
                        At = Rows.Now,
                    },
                ],
            };

        var sut = wasListed ? Heard(row, late) : Heard(row, late, Callback("RFF"));

        sut.ReviewReason.ShouldBeNull();
    }

    [Theory]
    [InlineData("A1", "RF")]
    [InlineData("A2", "RFF")]
    public void what_was_listed_of_another_refund_or_as_done_explains_nothing(string reference, string status)
    {
        var row = Ended(OperationStatus.Failed) with
        {
            Seen =
            [
                new Sighting
                {
                    Reference = reference,
                    Status = status,
                    At = Rows.Now,
                },
            ],
        };

        Heard(row, Answers.Message(Answers.Response("R", "INV-1", "00", "RP", Forty, "A1"))).ReviewReason.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("RF", "A1", false)]
    [InlineData("RF", "A2", true)]
    [InlineData("RF", null, false)]
    [InlineData("RP", "A2", true)]
    [InlineData("RFF", "A1", true)]
    [InlineData("RFF", null, true)]
    [InlineData("RFF", "A2", false)]
    [InlineData("S", "A1", false)]
    public void a_callback_about_a_refund_that_succeeded_calls_a_person_where_it_says_another_thing(
        string status,
        string? reference,
        bool isContradiction
    )
    {
        var row = Ended(OperationStatus.Succeeded) with { Reference = "A1" };

        var sut = Heard(row, Callback(status, reference));

        (sut.ReviewReason is not null).ShouldBe(isContradiction);
        sut.ReservesAgain.ShouldBeFalse();
        sut.Edit(row).IsReservedAgain.ShouldBeFalse();
    }

    [Fact]
    public void a_refund_that_succeeded_without_a_known_reference_is_contradicted_by_no_other() =>
        Heard(Ended(OperationStatus.Succeeded), Callback("RF", "A2")).ReviewReason.ShouldBeNull();

    [Fact]
    public void a_refusal_of_one_attempt_is_no_word_about_the_refund_that_succeeded()
    {
        var row = Ended(OperationStatus.Succeeded, 2) with { Reference = "A1" };
        var late = Answers.Message(Answers.Response("R", "INV-1", "45"), attempt: 2);

        Heard(row, late).ReviewReason.ShouldBeNull();
    }

    [Theory]
    [InlineData(OperationKind.Settlement)]
    [InlineData(OperationKind.Void)]
    public void nothing_said_of_a_settlement_or_a_void_that_succeeded_contradicts_it(OperationKind kind)
    {
        var row = Rows.Row(kind, 40m, OperationStatus.Succeeded).After(true);

        Heard(row, Callback("RFF", null)).ReviewReason.ShouldBeNull();
    }

    [Fact]
    public void a_contradiction_is_told_once_and_another_one_again()
    {
        var row = Ended(OperationStatus.Failed);
        row = Heard(row, Callback("RF")).Edit(row);

        Heard(row, Callback("RF")).ReviewReason.ShouldBeNull();
        var sut = Heard(row, Callback("RF"), Callback("RF", "A2"));

        sut.ReviewReason!.ShouldContain("A2");
        sut.ReviewReason!.ShouldNotContain("A1");
        sut.ReservesAgain.ShouldBeFalse();
        sut.Edit(row).ConflictKeys.ShouldBe(["A1:Done", "A2:Done"]);
    }

    [Fact]
    public void what_is_no_news_changes_nothing()
    {
        var row = Ended(OperationStatus.Failed);
        var old = Callback("RP") with { IsApplied = true };

        Judge.Decide(Rows.File(row, messages: old), null).Stays().Note.ShouldContain("a day after its end");
        Judge
            .Decide(Rows.File(row with { WatchedAt = Rows.Now }, messages: old), null)
            .ShouldBeOfType<Verdict.Rest>()
            .Edit(row)
            .ShouldBe(row);
    }

    [Theory]
    [InlineData("RF", 40, "A1", true, "A1")]
    [InlineData("RP", 40, "A1", true, "A1")]
    [InlineData("RFF", 40, "A1", false, "A1")]
    [InlineData("RF", 40, null, true, "without reference")]
    public void the_watch_finds_what_a_failed_refund_did(string listed, int amount, string? reference, bool isFound, string words)
    {
        var row = Ended(OperationStatus.Failed);

        var sut = row.Judged(List(row.Own(listed, reference, amount)));

        if (!isFound)
        {
            sut.ShouldBeOfType<Verdict.Rest>().Edit(row).WatchedAt.ShouldBe(Rows.Now.AddSeconds(300));
            return;
        }

        var transition = sut.AsksPerson(OperationStatus.Failed);
        transition.ReviewReason!.ShouldContain($"{words} as {listed} of 40.00");
        transition.Evidence!.EntryStatus.ShouldBe(listed);
        transition.ReservesAgain.ShouldBeTrue();
        transition.Edit(row).WatchedAt.ShouldBe(Rows.Now.AddSeconds(300));
    }

    [Theory]
    [InlineData("RF", "A1", 40, false)]
    [InlineData("RF", "A1", 39, true)]
    [InlineData("RFF", "A1", 40, true)]
    [InlineData("RP", "A2", 40, true)]
    [InlineData("RFF", "A2", 40, false)]
    [InlineData("RF", null, 40, false)]
    public void the_watch_holds_the_list_against_a_success(string listed, string? reference, int amount, bool isFound)
    {
        var row = Ended(OperationStatus.Succeeded) with { Reference = "A1" };

        var sut = row.Judged(List(row.Own(listed, reference, amount)));

        (sut is Verdict.Change).ShouldBe(isFound);
        if (isFound)
            sut.Transition().ReservesAgain.ShouldBeFalse();
    }

    [Fact]
    public void another_refund_of_ours_that_failed_contradicts_no_success()
    {
        var row = Ended(OperationStatus.Succeeded, 2) with { Reference = "A1" };
        var list = List(row.Own("RF"), row.Own("RFF", "A2"));

        row.Judged(list, messages: Callback("RF", "A2", row)).Transition().ReviewReason.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void an_entry_that_a_message_names_and_another_may_have_made_calls_a_person(bool isNamed, bool wasSent, bool isFound)
    {
        var row = Rows.Refund(40m, OperationStatus.Failed).After(wasSent);
        var other = Rows.Refund(40m, OperationStatus.Failed).After(true);
        var named = Callback("RP", "X1") with { IsApplied = true };

        var sut = row.Judged(List(Unmarked("RF")), siblings: [other], messages: isNamed ? [named] : []);

        (sut is Verdict.Change { Transition.ReviewReason: not null }).ShouldBe(isFound);
    }

    [Theory]
    [InlineData(OperationKind.Void, "V", 1, true, true)]
    [InlineData(OperationKind.Void, "VP", 1, true, true)]
    [InlineData(OperationKind.Void, "A", 1, true, false)]
    [InlineData(OperationKind.Void, "V", 1, false, false)]
    [InlineData(OperationKind.Settlement, "RS", 40, true, true)]
    [InlineData(OperationKind.Settlement, "RS", 39, true, false)]
    public void the_watch_finds_what_a_failed_settlement_or_void_did(
        OperationKind kind,
        string status,
        int amount,
        bool wasSent,
        bool isFound
    )
    {
        var row = Rows.Row(kind, 40m, OperationStatus.Failed).After(wasSent);

        var sut = row.Judged(Payment(status, amount));

        if (isFound)
            sut.AsksPerson(OperationStatus.Failed).ReservesAgain.ShouldBeFalse();
        else
            sut.ShouldBeOfType<Verdict.Rest>();
        (Ended(kind, OperationStatus.Succeeded).Judged(Payment(status, amount)) is Verdict.Rest).ShouldBeTrue();
    }

    [Theory]
    [InlineData(OperationStatus.Succeeded, OperationKind.Void, false)]
    [InlineData(OperationStatus.Pending, OperationKind.Void, false)]
    [InlineData(OperationStatus.Failed, OperationKind.Void, true)]
    [InlineData(OperationStatus.Succeeded, OperationKind.Settlement, true)]
    public void what_another_void_did_contradicts_no_failure(OperationStatus status, OperationKind kind, bool isFound)
    {
        var other = Rows.Row(kind, 40m, status).After(true);

        var sut = Ended(OperationKind.Void, OperationStatus.Failed).Judged(Payment("V"), siblings: [other]);

        (sut is Verdict.Change).ShouldBe(isFound);
    }

    [Fact]
    public void a_look_without_an_answer_is_no_watch()
    {
        var row = Ended(OperationStatus.Failed);

        row.Judged(new GatewayView.OtherSpelling()).Stays().Note.ShouldContain("spells");
        Judge
            .Decide(Rows.File(row, messages: Callback("RP")), new Look(new GatewayView.OtherSpelling(), Rows.Now))
            .Transition()
            .Edit(row)
            .WatchedAt.ShouldBeNull();
        foreach (var view in (GatewayView[])[Missing, NotOffered])
            row.Judged(view).ShouldBeOfType<Verdict.Rest>().Edit(row).WatchedAt.ShouldNotBeNull();
    }

    [Fact]
    public void the_watch_tells_siblings_whatever_else_it_decides()
    {
        var row = Ended(OperationStatus.Failed);
        var sibling = Rows.Refund(7m, OperationStatus.Failed).After(true);

        foreach (
            var messages in (InboxMessage[][])
                [
                    [],
                    [Callback("RP")],
                    [Callback("RF")],
                ]
        )
            row.Judged(List(sibling.Own("RF", "B1")), siblings: [sibling], messages: messages).Siblings.ShouldHaveSingleItem();
    }

    [Fact]
    public void what_is_recorded_says_what_came()
    {
        var late = Answers.Message(Answers.Response("R", "INV-1", "45"));
        var listing = Callback("RP") with { Kind = InboxKind.Listing };

        var sut = Heard(Ended(OperationStatus.Failed), Callback("RP"), late);

        sut.Note.ShouldContain("2 verified message(s)");
        sut.Note.ShouldContain("callback RP, late answer 45");
        sut.Evidence!.Status.ShouldBe("RP");
        Heard(Ended(OperationStatus.Succeeded), listing).Note.ShouldContain("2C2P's list");
    }

    private static Transition Heard(OperationRow row, params InboxMessage[] messages) =>
        Judge.Decide(Rows.File(row, messages: messages), null).Transition();

    private static OperationRow Ended(OperationStatus status, int attempts = 1) =>
        Rows.Refund(40m, status).After([.. Enumerable.Repeat(true, attempts)]);

    private static OperationRow Ended(OperationKind kind, OperationStatus status) => Rows.Row(kind, 40m, status).After(true);
}
