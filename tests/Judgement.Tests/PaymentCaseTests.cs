using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>Settlements and voids, of which 2C2P does each once per payment.</summary>
public sealed class PaymentCaseTests
{
    [Theory]
    [InlineData(OperationKind.Settlement, "A", 100, true)]
    [InlineData(OperationKind.Settlement, "A", 60, true)]
    [InlineData(OperationKind.Settlement, "A", 59, false)]
    [InlineData(OperationKind.Settlement, "V", 100, false)]
    [InlineData(OperationKind.Void, "A", 100, true)]
    [InlineData(OperationKind.Void, "RS", 1, true)]
    [InlineData(OperationKind.Void, "S", 100, false)]
    [InlineData(OperationKind.Settlement, "RS", 60, false)]
    [InlineData(OperationKind.Void, "V", 100, false)]
    public void a_first_request_is_sent_where_the_payment_allows_it_and_fails_where_not(
        OperationKind kind,
        string status,
        int amount,
        bool isSent
    )
    {
        var sut = Row(kind, OperationStatus.Accepted).Judged(Payment(status, amount));

        if (!isSent)
        {
            sut.Transition().To.ShouldBe(OperationStatus.Failed);
            sut.Transition().Rule.ShouldBe("T3a");
            return;
        }

        var permit = sut.ShouldBeOfType<Verdict.Send>().Permit;
        permit.Licence.ShouldBe(Licence.First);
        permit.TransactionReference.ShouldBe("T1");
        permit.Facts.Amount.ShouldBe(TwoC2P.Money.FromAmount(amount));
    }

    [Theory]
    [InlineData(OperationKind.Settlement, false)]
    [InlineData(OperationKind.Void, true)]
    public void an_amount_that_cannot_be_read_permits_no_settlement(OperationKind kind, bool isSent)
    {
        var row = Row(kind, OperationStatus.Accepted);

        var sut = row.Judged(Payment("A", null));

        (sut is Verdict.Send).ShouldBe(isSent);
        if (!isSent)
            sut.Stays().Edit(row).DoubtSince.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "A", 1, false, "send")]
    [InlineData(OperationKind.Settlement, "A", 5, false, "T3b")]
    [InlineData(OperationKind.Settlement, "A", 4, false, "send")]
    [InlineData(OperationKind.Settlement, "A", 1, true, "T3b")]
    [InlineData(OperationKind.Settlement, "RS", 1, false, "T3b")]
    [InlineData(OperationKind.Settlement, "V", 1, false, "T3b")]
    [InlineData(OperationKind.Void, "V", 1, false, "T3b")]
    [InlineData(OperationKind.Void, "A", 1, false, "send")]
    public void a_later_request_is_sent_only_where_nothing_speaks_against_it(
        OperationKind kind,
        string status,
        int attempts,
        bool needsReview,
        string expected
    )
    {
        var row = Row(kind, OperationStatus.Accepted).After([.. Enumerable.Repeat(true, attempts)]);

        var sut = (row with { ReviewReason = needsReview ? "why" : null }).Judged(Payment(status));

        if (expected == "send")
            sut.ShouldBeOfType<Verdict.Send>().Permit.Licence.ShouldBe(Licence.OncePerPayment);
        else
            sut.Transition().Rule.ShouldBe(expected);
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "00", "A")]
    [InlineData(OperationKind.Void, "00", "VP")]
    [InlineData(OperationKind.Void, "00", "V")]
    public void what_2c2p_said_something_of_is_not_sent_again(OperationKind kind, string code, string said)
    {
        var row = Row(kind, OperationStatus.Accepted).After(true).Answered(1, code, said);

        row.Judged(Payment("A")).Transition().Rule.ShouldBe("T3b");
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "RS", 60, OperationStatus.Succeeded)]
    [InlineData(OperationKind.Settlement, "S", 60, OperationStatus.Succeeded)]
    [InlineData(OperationKind.Settlement, "RS", 61, null)]
    [InlineData(OperationKind.Void, "V", 1, OperationStatus.Succeeded)]
    [InlineData(OperationKind.Void, "VP", 1, OperationStatus.Pending)]
    public void an_unknown_one_is_found_by_what_it_leaves_behind(
        OperationKind kind,
        string status,
        int amount,
        OperationStatus? to
    )
    {
        var sut = Row(kind, OperationStatus.Unknown).After(true).Judged(Payment(status, amount));

        if (to is { } end)
            sut.Transition().To.ShouldBe(end);
        else
            sut.Stays().Note.ShouldContain("another amount");
    }

    [Theory]
    [InlineData(OperationStatus.Succeeded, OperationKind.Void, false)]
    [InlineData(OperationStatus.Pending, OperationKind.Void, false)]
    [InlineData(OperationStatus.Failed, OperationKind.Void, true)]
    [InlineData(OperationStatus.Unknown, OperationKind.Void, true)]
    [InlineData(OperationStatus.Succeeded, OperationKind.Settlement, true)]
    public void what_another_operation_did_is_not_this_ones(OperationStatus status, OperationKind kind, bool isOurs)
    {
        var row = Row(OperationKind.Void, OperationStatus.Unknown).After(true);
        var other = Row(kind, status).After(true);

        (row.Judged(Payment("V"), siblings: [other]) is Verdict.Change).ShouldBe(isOurs);
    }

    [Theory]
    [InlineData("V", OperationStatus.Succeeded)]
    [InlineData("S", OperationStatus.Failed)]
    [InlineData("VP", null)]
    [InlineData("A", null)]
    public void a_pending_void_is_decided_by_the_payment(string status, OperationStatus? to)
    {
        var sut = Row(OperationKind.Void, OperationStatus.Pending).After(true).Judged(Payment(status));

        if (to is { } end)
            sut.Transition().ShouldSatisfyAllConditions(end2 => end2.To.ShouldBe(end), end2 => end2.Rule.ShouldBe("T15"));
        else
            sut.Stays();
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "A", 100, "T13")]
    [InlineData(OperationKind.Settlement, "A", 60, "T13")]
    [InlineData(OperationKind.Settlement, "A", 59, null)]
    [InlineData(OperationKind.Settlement, "V", 100, "T12")]
    [InlineData(OperationKind.Settlement, "AP", 100, null)]
    [InlineData(OperationKind.Void, "A", 1, "T13")]
    [InlineData(OperationKind.Void, "S", 100, "T12")]
    public void absence_that_is_certain_permits_another_request_or_fails(
        OperationKind kind,
        string status,
        int amount,
        string? rule
    )
    {
        var row = Row(kind, OperationStatus.Unknown).After(true);

        var absent = (row with { AbsentSince = Rows.Now.AddSeconds(160) }).Judged(Payment(status, amount));
        var early = row.Judged(Payment(status, amount));

        early.Stays().Edit(row).AbsentSince.ShouldBe(Rows.Now.AddSeconds(300));
        if (rule is null)
            absent.Stays();
        else
            absent.Transition().Rule.ShouldBe(rule);
        if (rule == "T13")
            absent.Transition().DueAtOnce.ShouldBeTrue();
    }

    [Theory]
    [InlineData("34", "A", 100, 1, "T12")]
    [InlineData("34", "RS", 100, 1, null)]
    [InlineData("39", "RS", 100, 1, "T12")]
    [InlineData("39", "A", 100, 1, "T13")]
    [InlineData("99", "A", 100, 1, "T13")]
    [InlineData("99", "RS", 100, 1, null)]
    [InlineData("34", "A", 100, 2, "T13")]
    public void a_code_that_speaks_of_the_payment_fails_the_only_request_with_the_proof_of_absence(
        string code,
        string status,
        int amount,
        int attempts,
        string? rule
    )
    {
        var row = Row(OperationKind.Settlement, OperationStatus.Unknown).After([.. Enumerable.Repeat(true, attempts)]);
        row = row.Answered(1, code) with { AbsentSince = Rows.Now.AddSeconds(160) };

        var sut = row.Judged(Payment(status, amount));

        if (rule is null)
            sut.Stays();
        else
            sut.Transition().Rule.ShouldBe(rule);
        if (rule == "T12")
            sut.Transition().Gateway!.RespCode.ShouldBe(code);
    }

    [Fact]
    public void a_code_that_speaks_of_the_payment_fails_no_void()
    {
        var row = Row(OperationKind.Void, OperationStatus.Unknown).After(true).Answered(1, "34");

        (row with { AbsentSince = Rows.Now.AddSeconds(160) }).Judged(Payment("A")).Transition().Rule.ShouldBe("T13");
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(4, true)]
    public void there_is_a_last_attempt(int attempts, bool isSentAgain)
    {
        var row = Row(OperationKind.Void, OperationStatus.Unknown).After([.. Enumerable.Repeat(true, attempts)]);

        var sut = (row with { AbsentSince = Rows.Now.AddSeconds(160) }).Judged(Payment("A"));

        (sut is Verdict.Change).ShouldBe(isSentAgain);
    }

    [Fact]
    public void what_a_person_looks_at_is_not_sent_again()
    {
        var row = Row(OperationKind.Void, OperationStatus.Unknown).After(true);

        (row with { AbsentSince = Rows.Now.AddSeconds(160), ReviewReason = "why" }).Judged(Payment("A")).Stays();
    }

    [Theory]
    [InlineData(OperationStatus.Accepted, false, "T3a")]
    [InlineData(OperationStatus.Accepted, true, "T3b")]
    [InlineData(OperationStatus.Unknown, true, null)]
    [InlineData(OperationStatus.Pending, true, null)]
    public void a_payment_that_2c2p_does_not_know_fails_only_what_was_never_sent(
        OperationStatus status,
        bool wasSent,
        string? rule
    )
    {
        foreach (var kind in (OperationKind[])[OperationKind.Void, OperationKind.Settlement, OperationKind.Refund])
        {
            var row = Row(kind, status).After(wasSent) with { AbsentSince = Rows.Now };

            var sut = row.Judged(Missing);

            if (rule is null)
                sut.Stays().Edit(row).AbsentSince.ShouldBeNull();
            else
                sut.Transition().Rule.ShouldBe(rule);
        }
    }

    private static OperationRow Row(OperationKind kind, OperationStatus status) =>
        Rows.Row(kind, kind == OperationKind.Void ? null : 60m, status);
}
