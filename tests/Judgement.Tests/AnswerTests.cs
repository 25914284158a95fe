using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.Codes;
using TwoC2P.Outcomes;
using TwoC2P.PaymentAction;

namespace Judgement.Tests;

public sealed class AnswerTests
{
    private static readonly string[] _certain =
    [
        "02",
        "03",
        "04",
        "05",
        "10",
        "11",
        "12",
        "13",
        "14",
        "15",
        "16",
        "17",
        "18",
        "21",
        "22",
        "25",
        "30",
        "31",
        "32",
        "33",
        "35",
        "36",
        "37",
        "38",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "65",
        "97",
    ];

    [Fact]
    public void exactly_the_codes_that_say_that_nothing_was_done_are_certain_refusals() =>
        Enumerable
            .Range(0, 100)
            .Select(number => number.ToString("00", System.Globalization.CultureInfo.InvariantCulture))
            .Where(code => Refusals.IsCertain(new ResultCode(code)))
            .ShouldBe(_certain);

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("041")]
    [InlineData("xx")]
    public void a_code_that_the_table_does_not_list_is_never_certain(string code) =>
        Refusals.IsCertain(new ResultCode(code)).ShouldBeFalse();

    [Fact]
    public void no_code_fails_an_operation_while_an_earlier_attempt_may_have_been_sent()
    {
        var row = Rows.Refund().After(true, true);

        foreach (var code in ResultCode.Table.Keys.Where(code => code.Text is not "00" and not "42"))
        {
            var sut = Judge.DecideAfterSending(Rows.File(row), Refused(code.Text));

            sut.To.ShouldBe(OperationStatus.Unknown, code.Text);
            sut.LeavesLine.ShouldBeFalse(code.Text);
        }
    }

    [Fact]
    public void an_earlier_attempt_that_provably_never_left_does_not_weaken_a_refusal()
    {
        var row = Rows.Refund().After(false, true);

        Judge.DecideAfterSending(Rows.File(row), Refused("41")).To.ShouldBe(OperationStatus.Failed);
    }

    [Theory]
    [InlineData(OperationKind.Settlement, "RS", OperationStatus.Succeeded)]
    [InlineData(OperationKind.Settlement, "S", OperationStatus.Succeeded)]
    [InlineData(OperationKind.Settlement, "SS", OperationStatus.Succeeded)]
    [InlineData(OperationKind.Settlement, "A", OperationStatus.Unknown)]
    [InlineData(OperationKind.Settlement, "VP", OperationStatus.Unknown)]
    [InlineData(OperationKind.Void, "V", OperationStatus.Succeeded)]
    [InlineData(OperationKind.Void, "VP", OperationStatus.Pending)]
    [InlineData(OperationKind.Void, "A", OperationStatus.Unknown)]
    [InlineData(OperationKind.Void, "RS", OperationStatus.Unknown)]
    [InlineData(OperationKind.Refund, "RF", OperationStatus.Succeeded)]
    [InlineData(OperationKind.Refund, "RP", OperationStatus.Pending)]
    [InlineData(OperationKind.Refund, "V", OperationStatus.Unknown)]
    public void a_yes_counts_only_with_the_status_of_its_kind(OperationKind kind, string status, OperationStatus expected)
    {
        var row = Rows.Row(kind, 10m).After(true);
        var answer = Answers.Response("x", "INV-1", "00", status, Money.FromAmount(10m), "7001");

        Judge.DecideAfterSending(Rows.File(row), Answers.Of(answer)).To.ShouldBe(expected);
    }

    [Theory]
    [InlineData("7001", "T1", "T1", "7001")]
    [InlineData(null, "7001", "T1", "7001")]
    [InlineData("", "7001", "T1", "7001")]
    [InlineData(null, "T1", "T1", null)]
    [InlineData(null, "7001", null, null)]
    [InlineData(null, null, "T1", null)]
    public void a_refunds_reference_is_never_the_transactions(
        string? refundReferenceNo,
        string? referenceNo,
        string? transaction,
        string? expected
    )
    {
        var answer = new DecisiveAnswer { RefundReferenceNo = refundReferenceNo, ReferenceNo = referenceNo };

        RefundReference.Of(answer, transaction).ShouldBe(expected);
    }

    [Theory]
    [InlineData(UnknownReason.TimedOut)]
    [InlineData(UnknownReason.ConnectionLost)]
    [InlineData(UnknownReason.HttpStatus)]
    [InlineData(UnknownReason.Unreadable)]
    [InlineData(UnknownReason.Unverified)]
    [InlineData(UnknownReason.Mismatched)]
    public void whatever_cannot_be_believed_is_unknown(UnknownReason reason)
    {
        var row = Rows.Refund().After(true);
        var said = Answers.Response("R", "INV-1", "41");

        var sut = Judge.DecideAfterSending(Rows.File(row), new PaymentActionOutcome.Unknown(reason, 200, said));

        sut.Rule.ShouldBe("T9");
        sut.To.ShouldBe(OperationStatus.Unknown);
        sut.Gateway.ShouldBeNull();
    }

    private static PaymentActionOutcome Refused(string code) => Answers.Of(Answers.Response("R", "INV-1", code));
}
