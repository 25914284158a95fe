using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What entries of the list that are ours and failed decide.</summary>
public sealed class FailedEntryTests
{
    [Fact]
    public void a_failure_that_only_an_earlier_list_showed_fails_nothing()
    {
        var row = Seen(Rows.Refund(40m, OperationStatus.Unknown).After(true), "RFF", isOurs: true);

        row.Judged(List()).Stays().Note.ShouldContain("no longer shows the failed");
    }

    [Theory]
    [InlineData("00", "RF", "A1", false)]
    [InlineData("42", "RP", "A1", false)]
    [InlineData("42", "", null, false)]
    [InlineData("00", "RF", null, true)]
    [InlineData("00", "RF", "A2", true)]
    [InlineData("42", "RP", "A2", true)]
    [InlineData("00", "RS", null, true)]
    public void a_failed_entry_explains_a_yes_only_if_it_was_not_the_end_and_named_that_refund(
        string code,
        string status,
        string? reference,
        bool isContradiction
    )
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, code, status, reference);

        var sut = row.Judged(List(row.Own("RFF")));

        if (isContradiction)
            sut.AsksPerson(OperationStatus.Unknown).ReviewReason!.ShouldContain("said something else");
        else
            sut.Transition().To.ShouldBe(OperationStatus.Failed);
    }

    [Fact]
    public void of_two_failed_entries_the_one_that_it_named_explains_a_yes()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(1, "42", "RP", "A1");

        row.Judged(List(row.Own("RFF"), row.Own("RFF", "A2"))).Transition().To.ShouldBe(OperationStatus.Failed);
    }

    [Fact]
    public void a_callback_that_said_done_of_the_refund_that_is_listed_as_failed_calls_a_person()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true) with { Reference = "A1" };

        row.Judged(List(row.Own("RFF")), messages: Callback("RF"))
            .AsksPerson(OperationStatus.Pending)
            .ReviewReason!.ShouldContain("said something else");
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    [InlineData(1, true, false)]
    public void a_failed_entry_fails_only_what_has_no_other_attempt_and_no_suspect(int attempts, bool hasSuspect, bool fails)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After([.. Enumerable.Repeat(true, attempts)]);
        var list = hasSuspect ? List(row.Own("RFF"), Unmarked("RF")) : List(row.Own("RFF"));

        (row.Judged(list) is Verdict.Change { Transition.To: OperationStatus.Failed }).ShouldBe(fails);
    }

    [Fact]
    public void the_entry_of_a_refused_attempt_alone_decides_nothing()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true).Answered(1, "99").Answered(2, "45", "RFF", "A2");

        row.Judged(List(row.Own("RFF", "A2"))).Stays().Note.ShouldContain("only what it had refused");
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
