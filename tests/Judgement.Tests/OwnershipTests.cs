using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace Judgement.Tests;

/// <summary>Whose an entry of a list is, where marks, keys and messages point to more than one operation.</summary>
public sealed class OwnershipTests
{
    private static readonly OperationRow _other = Rows.Refund(40m, OperationStatus.Failed).After(true) with
    {
        KeyHash = new string('o', 32),
    };

    [Theory]
    [InlineData("RF", Owner.Unexplained)]
    [InlineData("RP", Owner.Unexplained)]
    [InlineData("RFF", Owner.Sibling)]
    public void the_mark_of_a_refund_that_the_ledger_calls_failed_explains_only_what_failed(string status, object owner) =>
        OwnerOf(Sent(), Entry(status, _other.Id.ToString())).ShouldBe((Owner)owner);

    [Fact]
    public void our_keys_hash_beside_another_operation_of_the_ledger_is_not_ours()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        OwnerOf(row, Entry("RF", _other.Id.ToString(), row.KeyHash)).ShouldBe(Owner.Unexplained);
    }

    [Theory]
    [InlineData(false, Owner.Us)]
    [InlineData(true, Owner.Unexplained)]
    public void our_keys_hash_beside_an_operation_that_the_ledger_lost_is_ours_until_we_send(bool wasSent, object owner)
    {
        var row = wasSent ? Sent() : Rows.Refund(40m, OperationStatus.Accepted);

        OwnerOf(row, Entry("RF", Rows.Refund().Id.ToString(), row.KeyHash)).ShouldBe((Owner)owner);
    }

    [Fact]
    public void the_key_alone_is_not_ours_where_another_operation_of_the_same_key_was_sent()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        OwnerOf(row, Entry("RF", null, row.KeyHash), _other with { KeyHash = row.KeyHash }).ShouldBe(Owner.Unexplained);
    }

    [Theory]
    [InlineData(false, 7, Owner.Unexplained)]
    [InlineData(true, 40, Owner.Unexplained)]
    [InlineData(true, 7, Owner.Us)]
    public void a_callback_without_our_mark_names_ours_only_where_we_sent_and_nobody_else_can_have_made_it(
        bool wasSent,
        int amountOfTheOther,
        object owner
    )
    {
        var row = wasSent ? Sent() : Rows.Refund(40m, OperationStatus.Accepted);

        OwnerOf(row, Entry("RF"), _other with { Amount = Money.FromAmount(amountOfTheOther) }, Callback("A1"))
            .ShouldBe((Owner)owner);
    }

    [Fact]
    public void an_answer_or_a_marked_callback_names_ours_even_where_another_one_can_have_made_it()
    {
        var marked = Callback("A1");
        var row = Sent();
        marked = marked with { Answer = marked.Answer with { UserDefined1 = row.Id.ToString() } };

        OwnerOf(row.Answered(1, "42", "RP", "A1"), Entry("RF")).ShouldBe(Owner.Us);
        OwnerOf(row, Entry("RF"), null, marked).ShouldBe(Owner.Us);
    }

    [Theory]
    [InlineData("B1", null, 40, Owner.Sibling)]
    [InlineData("B1", "B1", 40, Owner.Sibling)]
    [InlineData("B1", "B2", 40, Owner.Unexplained)]
    [InlineData(null, "B2", 40, Owner.Sibling)]
    [InlineData(null, "B2", 39, Owner.Unexplained)]
    [InlineData(null, "B2", null, Owner.Sibling)]
    public void a_mark_explains_an_entry_where_the_ledger_agrees_on_reference_and_amount(
        string? known,
        string? listed,
        int? amount,
        object owner
    )
    {
        var other = _other with { Status = OperationStatus.Pending, Reference = known };
        var entry = Answers.Entry(new GatewayRefund(listed, Money.FromAmount(amount ?? 1), "RF", other.Id.ToString()));
        var row = Sent();
        var ledger = Rows.Ledger(row) with { Operations = [other, row] };

        new Ownership(row, ledger, new Testimony(Rows.File(row, ledger: ledger)))
            .Of(amount is null ? entry with { Amount = null } : entry)
            .ShouldBe((Owner)owner);
    }

    [Fact]
    public void a_callback_about_a_refund_that_another_operation_owns_says_nothing_of_this_one()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);

        new Testimony(
            Rows.File(row, ledger: Rows.Ledger(row, ("A1", _other.Id)), messages: Callback("A1"))
        ).Statements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A1", "A2", false)]
    [InlineData("A1", "A1", false)]
    [InlineData("A2", "A2", true)]
    public void a_callback_with_our_mark_about_a_refund_that_another_operation_owns_forbids_to_send_again(
        string said,
        string owned,
        bool isSiblingsWord
    )
    {
        var row = Sent();
        var merchant = Rows.Merchant with { DoneWithin = TimeSpan.FromMinutes(1), NobodyRefundsInPortal = true };
        var callback = Callback(said);
        if (!isSiblingsWord)
            callback = callback with { Answer = callback.Answer with { UserDefined1 = row.Id.ToString() } };
        var ledger = Rows.Ledger(row, (owned, _other.Id)) with { Operations = [row, _other with { Reference = owned }] };
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        row = row with { AbsentSince = Rows.Now + TimeSpan.FromHours(1) };

        var sut = Judge.Decide(
            Rows.File(row, TimeSpan.FromHours(2), merchant, ledger, callback),
            Rows.Look(payment, TimeSpan.FromHours(2))
        );

        var goesBack = sut is Verdict.Change { Transition: { Rule: "T13" } };
        goesBack.ShouldBe(isSiblingsWord);
    }

    [Fact]
    public void an_operation_whose_key_another_one_sent_already_is_not_sent_whichever_was_accepted_first()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var other = _other with { KeyHash = row.KeyHash, Seq = row.Seq + 1 };
        var ledger = Rows.Ledger(row) with { Operations = [row, other] };

        var sut = Judge.Decide(
            Rows.File(row, ledger: ledger),
            Rows.Look(new GatewayPayment { InvoiceNo = "INV-1" }, TimeSpan.Zero)
        );

        sut.ShouldBeOfType<Verdict.Change>().Transition.ReviewReason.ShouldNotBeNull().ShouldContain(other.Id.ToString());
    }

    [Fact]
    public void what_2c2p_said_was_done_is_never_sent_even_if_this_ledger_does_not_know_of_sending_it()
    {
        var row = Rows.Refund(40m, OperationStatus.Accepted);
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };

        var sut = Judge.Decide(Rows.File(row, messages: Callback("A1")), Rows.Look(payment, TimeSpan.Zero));

        sut.ShouldBeOfType<Verdict.Change>().Transition.ReviewReason.ShouldNotBeNull().ShouldContain("older copy");
    }

    [Theory]
    [InlineData(OperationStatus.Accepted)]
    [InlineData(OperationStatus.Pending)]
    public void a_failed_entry_with_the_mark_of_a_refund_that_this_ledger_never_sent_fails_nothing(OperationStatus status)
    {
        var row = Rows.Refund(40m, status);
        var payment = new GatewayPayment { InvoiceNo = "INV-1" };
        payment.Refunds.Add(new GatewayRefund("A1", Money.FromAmount(40m), "RFF", row.Id.ToString(), row.KeyHash));

        var sut = Judge.Decide(Rows.File(row), Rows.Look(payment, TimeSpan.Zero));

        sut.ShouldBeOfType<Verdict.Change>().Transition.To.ShouldBe(status);
    }

    [Theory]
    [InlineData(OperationKind.Refund, true)]
    [InlineData(OperationKind.Refund, false)]
    [InlineData(OperationKind.Settlement, true)]
    [InlineData(OperationKind.Settlement, false)]
    [InlineData(OperationKind.Void, true)]
    [InlineData(OperationKind.Void, false)]
    public void what_a_hint_knows_as_more_advanced_is_not_failed_because_2c2p_does_not_know_the_payment(
        OperationKind kind,
        bool isSpelledOtherwise
    )
    {
        var row = Rows.Row(kind, kind == OperationKind.Void ? null : 40m, OperationStatus.Accepted) with { IsHinted = true };
        var missing = Answers.Response("I", "INV-1", "16");
        GatewayView view = isSpelledOtherwise
            ? new GatewayView.OtherSpelling()
            : new GatewayView.Missing(missing, Answers.Evidence(missing));

        var sut = Judge.Decide(Rows.File(row), new Look(view, Rows.Now));

        sut.ShouldBeOfType<Verdict.Change>().Transition.To.ShouldBe(OperationStatus.Accepted);
    }

    private static OperationRow Sent() => Rows.Refund(40m, OperationStatus.Unknown).After(true);

    private static GatewayRefund Entry(string status, string? mark = null, string? keyMark = null) =>
        new("A1", Money.FromAmount(40m), status, mark, keyMark);

    private static InboxMessage Callback(string reference) =>
        Answers.Message(
            Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(40m), reference),
            InboxKind.Callback,
            attempt: 0
        );

    private static Owner OwnerOf(
        OperationRow row,
        GatewayRefund entry,
        OperationRow? other = null,
        params IReadOnlyList<InboxMessage> messages
    )
    {
        var ledger = Rows.Ledger(row) with { Operations = [other ?? _other, row] };
        var testimony = new Testimony(Rows.File(row, ledger: ledger, messages: messages));
        return new Ownership(row, ledger, testimony).Of(Answers.Entry(entry));
    }
}
