using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What entries of the list that are ours and moved money, or may, decide.</summary>
public sealed class OwnEntryTests
{
    [Theory]
    [InlineData(OperationStatus.Accepted, "RF", OperationStatus.Succeeded, "T4")]
    [InlineData(OperationStatus.Accepted, "RP", OperationStatus.Pending, "T4")]
    [InlineData(OperationStatus.Unknown, "RF", OperationStatus.Succeeded, "T11")]
    [InlineData(OperationStatus.Unknown, "RP", OperationStatus.Pending, "T11")]
    [InlineData(OperationStatus.Unknown, "RFF", OperationStatus.Failed, "T11")]
    [InlineData(OperationStatus.Pending, "RF", OperationStatus.Succeeded, "T15")]
    [InlineData(OperationStatus.Pending, "RFF", OperationStatus.Failed, "T15")]
    [InlineData(OperationStatus.Pending, "RP", OperationStatus.Pending, "T15a")]
    public void the_only_entry_of_ours_decides(OperationStatus status, string listed, OperationStatus to, string rule)
    {
        var row = Rows.Refund(40m, status).After(true);

        var sut = row.Judged(List(row.Own(listed))).Transition();

        sut.To.ShouldBe(to);
        sut.Rule.ShouldBe(rule);
        sut.Gateway!.RefundReferenceNo.ShouldBe("A1");
        sut.Gateway.ReferenceNo.ShouldBe("T1");
        sut.Reference.ShouldBe(to == OperationStatus.Failed ? null : "A1");
        sut.Evidence!.UserDefined1.ShouldBe(row.Id.ToString());
        sut.ReviewReason.ShouldBeNull();
    }

    [Theory]
    [InlineData("RP", "A1", "A1")]
    [InlineData("RP", null, null)]
    [InlineData("RP", "A1", null)]
    [InlineData("XX", null, "A1")]
    public void an_entry_that_says_nothing_new_is_waited_for(string listed, string? known, string? reference)
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = known, AbsentSince = Rows.Now };

        row.Judged(List(row.Own(listed, reference))).Stays().Edit(row).AbsentSince.ShouldBeNull();
    }

    [Fact]
    public void a_pending_entry_without_a_reference_tells_an_unknown_refund_that_it_was_taken()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);

        var sut = row.Judged(List(row.Own("RP", null))).Transition();

        sut.To.ShouldBe(OperationStatus.Pending);
        sut.LeavesLine.ShouldBeFalse();
    }

    [Theory]
    [InlineData("RF", "A1", "A2", false)]
    [InlineData("RF", null, "A2", true)]
    [InlineData("RF", "A1", null, true)]
    public void an_entry_beside_the_known_refund_calls_a_person(string listed, string? known, string? reference, bool decides)
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = known };

        var sut = row.Judged(List(row.Own(listed, reference)));

        if (decides)
            sut.Transition().To.ShouldBe(OperationStatus.Succeeded);
        else
            sut.AsksPerson(OperationStatus.Pending).ReviewReason!.ShouldContain("money may have moved twice");
    }

    [Fact]
    public void two_entries_of_ours_that_are_done_call_a_person_once()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);
        var list = List(row.Own("RF"), row.Own("RP", "A2"));

        var sut = row.Judged(list).AsksPerson(OperationStatus.Unknown);

        sut.Alarm!.ShouldContain("possible double");
        (row with { ReviewReason = sut.ReviewReason }).Judged(list).Stays();
    }

    public static TheoryData<string, string?, decimal?, string?> SaidTwice =>
        new()
        {
            { "a second refund of it", "A2", null, null },
            { "another amount", null, 41m, null },
            { "a yes to another refund", null, null, "A2" },
        };

    [Theory]
    [MemberData(nameof(SaidTwice))]
    public void what_a_person_answered_is_not_asked_again_while_2c2p_decides(
        string _,
        string? beside,
        decimal? amount,
        string? said
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true, true) with { Reference = "A1" };
        if (said is not null)
            row = row.Answered(2, "00", "RF", said);
        GatewayPayment List(string status) =>
            Given.List([row.Own(status, amount: amount), .. beside is null ? [] : new[] { row.Own("RP", beside) }]);

        var sut = row.Judged(List("RP")).AsksPerson(OperationStatus.Pending);
        var answered = row with { Answered = [sut.ReviewReason!.TrimEnd('.')] };

        answered.Judged(List("RP")).Stays();
        var more = Given.List([.. List("RP").Refunds, row.Own("RP", "A3")]);
        answered.Judged(more).AsksPerson(OperationStatus.Pending).ReviewReason!.ShouldContain("A3");
        (answered with { Status = OperationStatus.Unknown }).Judged(List("RP")).AsksPerson(OperationStatus.Unknown);
    }

    [Theory]
    [InlineData("RF", 39, "39.00")]
    [InlineData("RP", 41, "41.00")]
    public void an_entry_of_ours_of_another_amount_calls_a_person(string listed, int amount, string shown)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);

        var sut = row.Judged(List(row.Own(listed, amount: amount))).AsksPerson(OperationStatus.Unknown);

        sut.ReviewReason.ShouldNotBeNull().ShouldContain($"(A1) with the amount {shown}");
    }

    [Theory]
    [InlineData("A2", false, false, true)]
    [InlineData("A1", false, false, false)]
    [InlineData(null, false, false, false)]
    [InlineData("A2", true, false, false)]
    [InlineData("A2", false, true, false)]
    public void a_yes_to_another_refund_than_the_listed_one_is_a_possible_double(
        string? said,
        bool isOfAnother,
        bool wasThereBefore,
        bool isDouble
    )
    {
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "A2" };
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(2, "00", "RF", said);
        row = row with { Baseline = Baseline.Of(wasThereBefore ? ["A2"] : []) };

        var sut = row.Judged(List(row.Own("RF")), siblings: isOfAnother ? [other] : []);

        if (isDouble)
            sut.AsksPerson(OperationStatus.Unknown).Alarm!.ShouldContain("possible double");
        else
            sut.Transition().To.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public void a_yes_to_a_refund_that_is_listed_as_failed_is_explained_by_it()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(2, "42", "RP", "A2");

        row.Judged(List(row.Own("RF"), row.Own("RFF", "A2"))).Transition().To.ShouldBe(OperationStatus.Succeeded);
    }

    [Theory]
    [InlineData("RFF", "A1", true)]
    [InlineData("RFF", null, true)]
    [InlineData("RFF", "A2", false)]
    [InlineData("RP", "A1", false)]
    public void done_in_the_list_against_a_callback_that_says_failed_ends_it_and_calls_a_person(
        string called,
        string? reference,
        bool isDisputed
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true);

        var sut = row.Judged(List(row.Own("RF")), messages: Callback(called, reference)).Transition();

        sut.To.ShouldBe(OperationStatus.Succeeded);
        (sut.ReviewReason is not null).ShouldBe(isDisputed);
        sut.Edit(row).ConflictKeys.ShouldBe(isDisputed ? [ConflictKey.Of(reference, Saying.Failed)] : []);
    }

    [Fact]
    public void what_only_an_earlier_list_showed_as_ours_is_waited_for()
    {
        var row = Seen(Rows.Refund(40m, OperationStatus.Unknown).After(true), "RF", isOurs: true);

        row.Judged(List()).Stays().Note.ShouldContain("no longer shows");
    }

    [Fact]
    public void a_reference_that_is_known_is_not_taken_twice()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = "A1" };

        row.Judged(List(row.Own("RF"))).Transition().Reference.ShouldBeNull();
    }

    private static OperationRow Seen(OperationRow row, string status, bool isOurs) =>
        row with
        {
            Seen =
            [
                new Sighting
                {
                    Reference = "A1",
                    Status = status,
                    Amount = 40_00,
                    IsOurs = isOurs,
                    At = Rows.Now,
                },
            ],
        };
}
