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
    public void what_a_person_overruled_of_a_message_is_told_when_2C2P_lists_it()
    {
        var row = Ended(OperationStatus.Failed) with { ConflictKeys = [ConflictKey.Said("A1:Done")] };
        var listing = Callback("RF");
        listing = listing with
        {
            Kind = InboxKind.Listing,
            Answer = listing.Answer with { EntryStatus = "RF", EntryReferenceNo = "A1" },
        };

        Heard(row, Callback("RF")).ReviewReason.ShouldBeNull();
        Heard(row, listing).ReviewReason.ShouldNotBeNull();
        row.Judged(List(row.Own("RF")), messages: Callback("RF")).Transition().ReviewReason.ShouldNotBeNull();
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

    [Fact]
    public void an_end_that_calls_a_person_keeps_its_own_words_and_tells_what_contradicts_it_too()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);
        var end = Ending.Succeeded(row, "T11", "note", new GatewayResult(), new DecisiveAnswer(), "A1") with
        {
            ReviewReason = "why",
            Alarm = "wake",
        };

        var sut = AfterTheEnd.Tell(Rows.File(row, messages: Callback("RFF")), null, end);

        sut.ReviewReason.ShouldBe("why");
        sut.Alarm.ShouldBe("wake");
        sut.Edit(row).ConflictKeys.ShouldBe(["A1:Failed"]);
    }

    private static Transition Heard(OperationRow row, params InboxMessage[] messages) =>
        Judge.Decide(Rows.File(row, messages: messages), null).Transition();

    private static OperationRow Ended(OperationStatus status, int attempts = 1) =>
        Rows.Refund(40m, status).After([.. Enumerable.Repeat(true, attempts)]);
}
