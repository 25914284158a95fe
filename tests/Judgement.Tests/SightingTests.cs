using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What lists showed once was there, whatever later ones show.</summary>
public sealed class SightingTests
{
    [Fact]
    public void what_is_ours_or_unexplained_is_remembered_and_nothing_else()
    {
        var row = Unknown() with { Baseline = Baseline.Of(["B1"]) };
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "C1" };
        var list = List(
            Unmarked("RFF", "X1"),
            Unmarked("RP", "X2"),
            Unmarked("RF", "B1"),
            Unmarked("RF", "C1", 7m),
            row.Own("XX")
        );

        var seen = row.Judged(list, siblings: [other]).Stays().Edit(row).Seen;

        seen.Select(one => (one.Reference, one.Status, one.Amount, one.IsOurs))
            .ShouldBe([("A1", "XX", 40_00L, true), ("X2", "RP", 40_00L, false), ("X1", "RFF", 40_00L, false)]);
        seen.ShouldAllBe(one => one.At == Rows.Now.AddSeconds(300));
    }

    [Fact]
    public void when_it_was_first_seen_stays()
    {
        var row = Seen(Unknown(), "X1", "RP", isOurs: false);

        var seen = row.Judged(List(Unmarked("RF"), Unmarked("RF", "X2"))).Stays().Edit(row).Seen;

        seen.Select(one => (one.Reference, one.Status, one.At))
            .ShouldBe([("X1", "RF", Rows.Now), ("X2", "RF", Rows.Now.AddSeconds(300))]);
    }

    [Fact]
    public void what_a_refund_that_was_never_sent_sees_of_others_is_not_remembered()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "C1", KeyHash = "other" };

        row.Judged(List(Unmarked("RF")), siblings: [other]).Stays().Edit(row).Seen.ShouldBeEmpty();
        row.Judged(List(row.Own("XX"))).Stays().Edit(row).Seen.ShouldHaveSingleItem().IsOurs.ShouldBeTrue();
    }

    [Fact]
    public void at_most_twenty_are_remembered_what_is_ours_first()
    {
        var row = Unknown();
        var many = Enumerable.Range(10, 30).Select(number => Unmarked("RF", $"X{number}", 1m));

        var seen = row.Judged(List([.. many, row.Own("XX")])).Stays().Edit(row).Seen;

        seen.Count.ShouldBe(20);
        seen[0].Reference.ShouldBe("A1");
    }

    [Theory]
    [InlineData("RF", false, false)]
    [InlineData("RFF", true, false)]
    [InlineData("RF", false, true)]
    public void what_a_list_no_longer_shows_still_forbids_to_send_again(string status, bool isSentAgain, bool isOurs)
    {
        var row = Seen(Rows.Refund(60m, OperationStatus.Unknown).After(true), "X1", status, isOurs);

        (
            (row with { AbsentSince = Rows.Now.AddSeconds(160) }).Judged(List()) is Verdict.Change { Transition.Rule: "T13" }
        ).ShouldBe(isSentAgain);
    }

    [Theory]
    [InlineData(null, false, null, 40, 1)]
    [InlineData(null, false, "X1", 40, 2)]
    [InlineData(null, false, null, 39, 2)]
    [InlineData("X1", false, "X1", 40, 1)]
    [InlineData("X1", false, "X2", 40, 2)]
    public void what_was_seen_is_one_with_what_is_listed_only_where_nothing_tells_them_apart(
        string? seen,
        bool isOurs,
        string? listed,
        int amount,
        int count
    )
    {
        var row = Seen(Unknown(), seen, "RP", isOurs);

        Reading(row, List(Unmarked("RF", listed, amount))).Refunds.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void what_was_seen_of_ours_without_a_reference_is_what_is_ours_now(bool isOursNow, int count)
    {
        var row = Seen(Unknown(), null, "RP", isOurs: true);

        Reading(row, List(isOursNow ? row.Own("RF") : Unmarked("RF", null))).Refunds.Count.ShouldBe(count);
        Reading(row, List(isOursNow ? row.Own("RF") : Unmarked("RF", null), Unmarked("RF", "X9")))
            .Refunds.Count.ShouldBe(count + 1);
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(false, 1, 0)]
    public void what_was_seen_and_another_operation_owns_now_is_its(bool isOwned, int suspects, int ours)
    {
        var row = Seen(Unknown(), "X1", "RF", isOurs: false);
        var other = Rows.Refund(7m, OperationStatus.Pending).After(true) with { Reference = isOwned ? "X1" : "X2" };

        var sut = Reading(row, List(), other);

        sut.Suspects.Count.ShouldBe(suspects);
        sut.Ours.Count().ShouldBe(ours);
    }

    [Fact]
    public void what_was_seen_is_ours_once_the_ledger_or_an_answer_says_so()
    {
        var row = Seen(Unknown(), "X1", "RF", isOurs: false);

        Reading(row with { Reference = "X1" }, List()).Ours.ShouldHaveSingleItem();
        Reading(row.Answered(1, "42", "RP", "X1"), List()).Ours.ShouldHaveSingleItem();
        Reading(row, List()).Ours.ShouldBeEmpty();
    }

    [Fact]
    public void a_refund_that_is_listed_twice_is_whoevers_may_be_ours()
    {
        var row = Unknown();

        var sut = Reading(row, List(Unmarked("RF", "A1"), row.Own("RP")));

        var only = sut.Listed.ShouldHaveSingleItem();
        only.Owner.ShouldBe(Owner.Us);
        only.Status.Text.ShouldBe("");
        only.Amount.ShouldBe(Forty);
    }

    [Fact]
    public void what_is_certain_to_be_gone_is_what_was_there_before_and_what_siblings_did()
    {
        var row = Unknown() with { Baseline = Baseline.Of(["B1", "B2"]) };
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "C1" };

        var sut = Reading(
            row,
            List(
                Unmarked("RF", "B1", 10m),
                Unmarked("RP", "B2", 20m),
                Unmarked("RF", "C1", 7m),
                Unmarked("RF", "X1", 30m),
                Unmarked("RFF", "X2", 30m)
            ),
            other
        );

        sut.LeftForCertain.ShouldBe(TwoC2P.Money.FromAmount(83m));
        sut.Left.ShouldBe(TwoC2P.Money.FromAmount(33m));
    }

    private static ListReading Reading(OperationRow row, GatewayPayment list, params OperationRow[] siblings)
    {
        var file = Rows.File(row, ledger: LedgerOf(row, siblings));
        var response = Answers.ListView(list);
        return new ListReading(file, new Testimony(file), response, Answers.Evidence(response));
    }

    private static OperationRow Unknown() => Rows.Refund(40m, OperationStatus.Unknown).After(true);

    private static OperationRow Seen(OperationRow row, string? reference, string status, bool isOurs) =>
        row with
        {
            Seen =
            [
                new Sighting
                {
                    Reference = reference,
                    Status = status,
                    Amount = 40_00,
                    IsOurs = isOurs,
                    At = Rows.Now,
                },
            ],
        };
}
