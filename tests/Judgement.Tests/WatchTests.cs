using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>The look a day after the end.</summary>
public sealed class WatchTests
{
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
        var row = Ended(OperationStatus.Succeeded, 3) with { Reference = "A1" };
        GatewayRefund[] one = [row.Own("RF"), row.Own("RFF", "A2")];

        foreach (var listed in (GatewayRefund[][])[one, [.. one, row.Own("RFF", "A3")]])
            row.Judged(List(listed), messages: Callback("RF", "A2", row)).Transition().ReviewReason.ShouldBeNull();
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
    public void what_only_an_earlier_list_showed_calls_a_person_too()
    {
        var row = Ended(OperationStatus.Failed) with
        {
            Seen =
            [
                new Sighting
                {
                    Reference = "A1",
                    Status = "RF",
                    IsOurs = true,
                    At = Rows.Now,
                },
            ],
        };

        row.Judged(List()).AsksPerson(OperationStatus.Failed).Evidence.ShouldBeNull();
    }

    [Fact]
    public void a_move_that_is_no_end_is_contradicted_by_nothing()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);

        var sut = row.Judged(List(row.Own("RP")), messages: Callback("RFF")).Transition();

        sut.To.ShouldBe(OperationStatus.Pending);
        sut.ReviewReason.ShouldBeNull();
    }

    private static OperationRow Ended(OperationStatus status, int attempts = 1) =>
        Rows.Refund(40m, status).After([.. Enumerable.Repeat(true, attempts)]);

    private static OperationRow Ended(OperationKind kind, OperationStatus status) => Rows.Row(kind, 40m, status).After(true);
}
