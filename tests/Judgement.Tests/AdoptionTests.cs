using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>The one refund that nobody explains, where the merchant vouches that nobody refunds in the portal.</summary>
public sealed class AdoptionTests
{
    [Theory]
    [InlineData(OperationStatus.Unknown, "RF", OperationStatus.Succeeded, "T11")]
    [InlineData(OperationStatus.Unknown, "RP", OperationStatus.Pending, "T11")]
    [InlineData(OperationStatus.Pending, "RF", OperationStatus.Succeeded, "T15")]
    [InlineData(OperationStatus.Pending, "RP", OperationStatus.Pending, "T15a")]
    public void it_is_adopted_when_it_was_seen_before(OperationStatus status, string listed, OperationStatus to, string rule)
    {
        var sut = Vouched(Row(status), List(Unmarked(listed))).Transition();

        sut.To.ShouldBe(to);
        sut.Rule.ShouldBe(rule);
        sut.Reference.ShouldBe("X1");
        sut.Evidence!.Assumption!.ShouldContain("inferred");
    }

    [Fact]
    public void it_is_remembered_at_first()
    {
        var row = Row(OperationStatus.Unknown) with { InferredReference = null };

        Vouched(row, List(Unmarked("RF"))).Stays().Edit(row).InferredReference.ShouldBe("X1");
        Vouched(row, List(Unmarked("RF"), Unmarked("RF", "X2"))).Stays().Edit(row).InferredReference.ShouldBeNull();
    }

    [Theory]
    [InlineData("RF", "X2", 40)]
    [InlineData("RF", null, 40)]
    [InlineData("RF", "X1", 39)]
    [InlineData("XX", "X1", 40)]
    public void another_one_is_not_adopted(string listed, string? reference, int amount) =>
        Vouched(Row(OperationStatus.Unknown), List(Unmarked(listed, reference, amount))).Stays();

    [Fact]
    public void without_the_merchants_word_or_a_baseline_it_is_not_adopted()
    {
        var row = Row(OperationStatus.Unknown);

        row.Judged(List(Unmarked("RF"))).Stays();
        Vouched(row with { Baseline = null }, List(Unmarked("RF"))).Stays();
    }

    [Theory]
    [InlineData(40, OperationStatus.Failed, false)]
    [InlineData(40, OperationStatus.Succeeded, true)]
    [InlineData(7, OperationStatus.Failed, true)]
    public void what_another_refund_may_have_made_is_not_adopted(int amount, OperationStatus status, bool isAdopted)
    {
        var other = Rows.Refund(amount, status).After(true);
        var free = Rows.Refund(7m, OperationStatus.Failed).After(true);

        (Vouched(Row(OperationStatus.Unknown), List(Unmarked("RF")), [free, other]) is Verdict.Change).ShouldBe(isAdopted);
    }

    [Fact]
    public void a_list_that_lags_adopts_nothing()
    {
        var other = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = "B1" };

        Vouched(Row(OperationStatus.Unknown), List(Unmarked("RF")), [other]).Stays();
        Vouched(Row(OperationStatus.Unknown), List(Unmarked("RF"), Unmarked("RF", "B1", 7m)), [other])
            .ShouldBeOfType<Verdict.Change>();
    }

    [Theory]
    [InlineData("99", "", null, null, null, true)]
    [InlineData("42", "", null, null, null, true)]
    [InlineData("42", "RP", "A2", null, null, false)]
    [InlineData("45", "RFF", "A2", null, null, true)]
    [InlineData("99", "", null, "RFF", null, false)]
    [InlineData("99", "", null, "RF", null, true)]
    [InlineData("99", "", null, "RF", "A2", false)]
    public void a_message_that_names_another_refund_or_says_that_ours_failed_speaks_against_it(
        string code,
        string status,
        string? reference,
        string? called,
        string? calledReference,
        bool isAdopted
    )
    {
        var row = Row(OperationStatus.Unknown).Answered(1, code, status, reference);
        InboxMessage[] messages = called is null ? [] : [Callback(called, calledReference)];

        (Vouched(row, List(Unmarked("RF")), messages: messages) is Verdict.Change).ShouldBe(isAdopted);
    }

    private static Verdict Vouched(
        OperationRow row,
        GatewayPayment list,
        IReadOnlyList<OperationRow>? siblings = null,
        params InboxMessage[] messages
    ) => row.Judged(list, 300, Rows.Merchant with { NobodyRefundsInPortal = true }, siblings, messages);

    private static OperationRow Row(OperationStatus status) =>
        Rows.Refund(40m, status).After(true) with
        {
            InferredReference = "X1",
        };
}
