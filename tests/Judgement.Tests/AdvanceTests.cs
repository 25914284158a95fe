using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace Judgement.Tests;

/// <summary>What a decision makes of the row and of the invoice.</summary>
public sealed class AdvanceTests
{
    private static readonly DateTimeOffset _then = Rows.Now + TimeSpan.FromMinutes(3);
    private static readonly OperationRow _row = Rows.Refund(40m, OperationStatus.Unknown) with
    {
        ReviewReason = "why",
        ReviewSince = Rows.Now,
        Gateway = new GatewayResult { RespCode = "01" },
        Evidence = "old",
        Reference = "A1",
        Bank = new SealedBankAccount("v1", "sealed"),
        Polls = 3,
        NextEvent = 4,
        AbsentSince = Rows.Now,
        DoubtSince = Rows.Now,
        ClaimToken = "mine",
        ClaimUntil = Rows.Now,
    };

    [Fact]
    public void a_transition_without_a_word_of_its_own_keeps_what_was_known()
    {
        var next = Next(_row, To(OperationStatus.Unknown));

        next.ReviewReason.ShouldBe("why");
        next.ReviewSince.ShouldBe(Rows.Now);
        next.Gateway.ShouldBe(_row.Gateway);
        next.Evidence.ShouldBe("old");
        next.Reference.ShouldBe("A1");
        next.Bank.ShouldNotBeNull();
        next.InLine.ShouldBeTrue();
        next.StatusSince.ShouldBe(Rows.Now);
        next.AbsentSince.ShouldBe(Rows.Now);
        next.DoubtSince.ShouldBe(Rows.Now);
        next.UpdatedAt.ShouldBe(_then);
        next.NextEvent.ShouldBe(5);
        next.Polls.ShouldBe(0);
        next.ClaimToken.ShouldBeNull();
        next.ClaimUntil.ShouldBeNull();
        next.NextActionAt.ShouldBe(_then + Rows.Times.LongestWait);
    }

    [Fact]
    public void a_transition_that_says_something_replaces_what_was_known()
    {
        var next = Next(
            _row,
            To(OperationStatus.Unknown) with
            {
                ReviewReason = "another",
                Gateway = new GatewayResult { RespCode = "00" },
                Evidence = new DecisiveAnswer { RespCode = "00" },
                Reference = "A2",
                LeavesLine = true,
                KeepsPolls = true,
                KeepsClaim = true,
                DueAtOnce = true,
            }
        );

        next.ReviewReason.ShouldBe("another");
        next.ReviewSince.ShouldBe(Rows.Now);
        next.Gateway!.RespCode.ShouldBe("00");
        next.Evidence.ShouldNotBeNull().ShouldContain("\"00\"");
        next.Reference.ShouldBe("A2");
        next.InLine.ShouldBeFalse();
        next.Polls.ShouldBe(4);
        next.ClaimToken.ShouldBe("mine");
        next.ClaimUntil.ShouldBe(_then + Rows.Times.Claim);
        next.NextActionAt.ShouldBe(_then);
    }

    [Theory]
    [InlineData(OperationStatus.Accepted, true, false)]
    [InlineData(OperationStatus.Submitting, true, false)]
    [InlineData(OperationStatus.Pending, false, false)]
    [InlineData(OperationStatus.Succeeded, false, true)]
    [InlineData(OperationStatus.Failed, false, true)]
    public void a_move_ends_the_review_and_absence_and_an_end_the_doubt_and_the_bank_account(
        OperationStatus to,
        bool keepsDoubt,
        bool isEnd
    )
    {
        var next = Next(_row, To(to));

        next.Status.ShouldBe(to);
        next.StatusSince.ShouldBe(_then);
        next.ReviewReason.ShouldBeNull();
        next.ReviewSince.ShouldBeNull();
        next.AbsentSince.ShouldBeNull();
        next.DoubtSince.ShouldBe(keepsDoubt ? Rows.Now : null);
        (next.Bank is null).ShouldBe(isEnd);
    }

    [Fact]
    public void a_row_that_left_the_line_does_not_come_back() =>
        Next(_row with { InLine = false }, To(OperationStatus.Unknown)).InLine.ShouldBeFalse();

    [Fact]
    public void doubt_and_review_begin_with_the_transition_that_brings_them()
    {
        var row = Rows.Refund(40m, OperationStatus.Submitting);

        var next = Next(row, To(OperationStatus.Unknown) with { ReviewReason = "why" });

        next.DoubtSince.ShouldBe(_then);
        next.ReviewSince.ShouldBe(_then);
        next.Evidence.ShouldBeNull();
        Next(row, To(OperationStatus.Accepted)).DoubtSince.ShouldBeNull();
    }

    [Fact]
    public void a_look_that_decides_nothing_counts_and_remembers()
    {
        var next = Advance.Stay(_row, row => row with { AbsentSince = null }, _then, Rows.Times);

        next.Polls.ShouldBe(4);
        next.AbsentSince.ShouldBeNull();
        next.NextActionAt.ShouldBe(_then + Rows.Times.LongestWait);
    }

    [Theory]
    [InlineData(OperationKind.Refund, OperationStatus.Unknown, OperationStatus.Failed, false, 10)]
    [InlineData(OperationKind.Refund, OperationStatus.Unknown, OperationStatus.Failed, true, null)]
    [InlineData(OperationKind.Refund, OperationStatus.Failed, OperationStatus.Failed, true, 90)]
    [InlineData(OperationKind.Refund, OperationStatus.Failed, OperationStatus.Failed, false, null)]
    [InlineData(OperationKind.Refund, OperationStatus.Unknown, OperationStatus.Succeeded, false, null)]
    [InlineData(OperationKind.Settlement, OperationStatus.Unknown, OperationStatus.Failed, false, null)]
    public void a_failure_releases_what_was_reserved_and_its_contradiction_reserves_it_again(
        OperationKind kind,
        OperationStatus from,
        OperationStatus to,
        bool reservesAgain,
        int? reserved
    )
    {
        var row = Rows.Row(kind, 40m, from);

        var edit = Advance.ChangeOf(row, To(to) with { ReservesAgain = reservesAgain }).ChangesInvoice;

        var invoice = new InvoiceRow { Reserved = TwoC2P.Money.FromAmount(50m) };
        (edit?.Invoke(invoice).Reserved).ShouldBe(reserved is { } left ? TwoC2P.Money.FromAmount(left) : null);
    }

    [Theory]
    [InlineData(-15, 25, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(40, 10, 40)]
    public void what_was_taken_off_before_is_not_released_a_second_time(int beyond, int reserved, int left)
    {
        var row = Rows.Row(OperationKind.Refund, 40m, OperationStatus.Pending) with { ReservedBeyond = beyond * 100L };

        var edit = Advance.ChangeOf(row, To(OperationStatus.Failed)).ChangesInvoice!;

        edit(new InvoiceRow { Reserved = TwoC2P.Money.FromAmount(50m) }).Reserved.ShouldBe(TwoC2P.Money.FromAmount(reserved));
        Next(row, To(OperationStatus.Failed)).ReservedBeyond.ShouldBe(left * 100L);
        Next(row, To(OperationStatus.Succeeded)).ReservedBeyond.ShouldBe(row.ReservedBeyond);
    }

    [Fact]
    public void what_the_payment_was_seen_to_be_fills_only_what_the_invoice_does_not_know()
    {
        var seen = new PaymentFacts(TwoC2P.Money.FromAmount(100m), TransactionStatus.Settled);
        var edit = Advance.ChangeOf(_row, To(OperationStatus.Submitting) with { FillsInvoice = seen }).ChangesInvoice!;

        var filled = edit(new InvoiceRow());
        var known = edit(new InvoiceRow { Captured = TwoC2P.Money.FromAmount(7m), GatewayStatus = TransactionStatus.Approved });

        filled.Captured.ShouldBe(seen.Amount);
        filled.GatewayStatus.ShouldBe(seen.Status);
        known.Captured.ShouldBe(TwoC2P.Money.FromAmount(7m));
        known.GatewayStatus.ShouldBe(TransactionStatus.Approved);
    }

    private static OperationRow Next(OperationRow row, Transition transition) => Advance.Next(row, transition, _then, Rows.Times);

    private static Transition To(OperationStatus status) =>
        new()
        {
            Rule = "T",
            To = status,
            Note = "note",
        };
}
