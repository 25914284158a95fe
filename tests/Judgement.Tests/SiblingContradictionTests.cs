using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What the list of one refund shows of the others of its invoice.</summary>
public sealed class SiblingContradictionTests
{
    private static readonly OperationRow _row = Rows.Refund(40m, OperationStatus.Accepted) with { KeyHash = "ours" };

    [Theory]
    [InlineData(OperationStatus.Failed, "RF", true)]
    [InlineData(OperationStatus.Failed, "RP", true)]
    [InlineData(OperationStatus.Failed, "RFF", false)]
    [InlineData(OperationStatus.Unknown, "RF", false)]
    [InlineData(OperationStatus.Pending, "RF", false)]
    public void a_failed_refund_that_is_listed_as_done_is_told_and_nothing_more_is_refunded(
        OperationStatus status,
        string listed,
        bool isTold
    )
    {
        var other = Sibling(status);

        var sut = _row.Judged(List(other.Own(listed)), siblings: [other]);

        if (!isTold)
        {
            sut.Siblings.ShouldBeEmpty();
            return;
        }

        var told = sut.Siblings.ShouldHaveSingleItem();
        told.Sibling.ShouldBe(other);
        told.Entry.EntryStatus.ShouldBe(listed);
        sut.AsksPerson(OperationStatus.Accepted).ReviewReason!.ShouldContain($"refund A1 of operation {other.Id} as {listed}");
    }

    [Fact]
    public void an_entry_without_a_reference_is_told_by_its_mark()
    {
        var other = Sibling(OperationStatus.Failed);

        _row.Judged(List(other.Own("RF", null)), siblings: [other])
            .AsksPerson(OperationStatus.Accepted)
            .ReviewReason!.ShouldContain("without reference");
    }

    [Fact]
    public void the_mark_of_a_refund_that_was_never_sent_is_not_its_word()
    {
        var other = Rows.Refund(40m, OperationStatus.Failed) with { KeyHash = "theirs" };

        _row.Judged(List(other.Own("RF")), siblings: [other]).Siblings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A1", "A1", false, true)]
    [InlineData("A1", "A2", false, false)]
    [InlineData("A1", "A1", true, false)]
    public void a_failed_refund_is_known_by_the_reference_that_2c2p_gave_it(
        string answered,
        string listed,
        bool isOwnedByAnother,
        bool isTold
    )
    {
        var other = Sibling(OperationStatus.Failed).Answered(1, "45", "RFF", answered);
        var owner = Rows.Refund(40m, OperationStatus.Pending).After(true) with
        {
            KeyHash = "owner",
            Reference = isOwnedByAnother ? listed : "Z9",
        };

        (_row.Judged(List(Unmarked("RF", listed)), siblings: [other, owner]).Siblings.Count > 0).ShouldBe(isTold);
    }

    [Theory]
    [InlineData("A1", "RF", 40, false)]
    [InlineData("A1", "RF", 39, true)]
    [InlineData("A1", "RFF", 40, true)]
    [InlineData("A2", "RF", 40, true)]
    [InlineData("A2", "RFF", 40, false)]
    [InlineData(null, "RF", 40, false)]
    public void a_refund_that_succeeded_is_held_against_what_is_listed(string? listed, string status, int amount, bool isTold)
    {
        var other = Sibling(OperationStatus.Succeeded) with { Reference = "A1" };

        (_row.Judged(List(other.Own(status, listed, amount)), siblings: [other]).Siblings.Count > 0).ShouldBe(isTold);
    }

    [Fact]
    public void a_refund_that_succeeded_without_a_reference_is_contradicted_by_none()
    {
        var other = Sibling(OperationStatus.Succeeded);

        _row.Judged(List(other.Own("RF")), siblings: [other]).Siblings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, true, "RF", true)]
    [InlineData(true, false, "RF", false)]
    [InlineData(true, false, "RP", true)]
    [InlineData(false, false, "RF", true)]
    public void what_a_person_looked_at_is_told_no_more(bool wasTold, bool isOpen, string listed, bool isTold)
    {
        var other = Sibling(OperationStatus.Failed) with
        {
            ConflictKeys = wasTold ? ["A1:Done"] : [],
            ReviewReason = isOpen ? "why" : null,
        };

        (_row.Judged(List(other.Own(listed)), siblings: [other]).Siblings.Count > 0).ShouldBe(isTold);
    }

    [Theory]
    [InlineData(OperationStatus.Failed, true, true, true)]
    [InlineData(OperationStatus.Failed, true, false, false)]
    [InlineData(OperationStatus.Failed, false, true, false)]
    [InlineData(OperationStatus.Unknown, true, true, false)]
    public void while_nobody_looked_at_a_contradiction_nothing_more_is_refunded(
        OperationStatus status,
        bool needsReview,
        bool isContradicted,
        bool isHeld
    )
    {
        var other = Sibling(status) with
        {
            ConflictKeys = isContradicted ? ["A1:Done"] : [],
            ReviewReason = needsReview ? "why" : null,
        };

        var sut = _row.Judged(List(), siblings: [other]);

        (sut is Verdict.Change { Transition.ReviewReason: not null }).ShouldBe(isHeld);
    }

    [Fact]
    public void of_many_contradictions_the_first_five_are_told_in_the_order_of_the_list()
    {
        var other = Sibling(OperationStatus.Failed);

        var told = _row.Judged(
            List([.. Enumerable.Range(1, 7).Select(number => other.Own("RF", $"A{number}"))]),
            siblings: [other]
        );

        told.Siblings.Select(one => one.Entry.EntryReferenceNo).ShouldBe(["A1", "A2", "A3", "A4", "A5"]);
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(0, false, true)]
    [InlineData(2, false, false)]
    [InlineData(2, true, true)]
    public void of_two_operations_of_one_key_the_older_one_or_the_one_that_was_sent_forbids(int seq, bool wasSent, bool forbids)
    {
        var row = _row with { Seq = 1 };
        var other = Rows.Refund(7m, OperationStatus.Failed).After(wasSent) with { KeyHash = row.KeyHash, Seq = seq };

        (row.Judged(List(), siblings: [other]) is Verdict.Change).ShouldBe(forbids);
    }

    private static OperationRow Sibling(OperationStatus status) =>
        Rows.Refund(40m, status).After(true) with
        {
            KeyHash = "theirs",
        };
}
