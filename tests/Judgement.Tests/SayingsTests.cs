using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;

namespace Judgement.Tests;

/// <summary>What each pair of code and status says.</summary>
public sealed class SayingsTests
{
    [Theory]
    [InlineData(OperationKind.Refund, "00", "RF", Saying.Done)]
    [InlineData(OperationKind.Refund, "00", "RP", Saying.Taken)]
    [InlineData(OperationKind.Refund, "00", "RR", Saying.Contradiction)]
    [InlineData(OperationKind.Refund, "42", "RP", Saying.Taken)]
    [InlineData(OperationKind.Refund, "42", "", Saying.Taken)]
    [InlineData(OperationKind.Refund, "42", "RF", Saying.Contradiction)]
    [InlineData(OperationKind.Refund, "42", "RFF", Saying.Contradiction)]
    [InlineData(OperationKind.Refund, "45", "RF", Saying.Contradiction)]
    [InlineData(OperationKind.Refund, "45", "RP", Saying.Contradiction)]
    [InlineData(OperationKind.Refund, "45", "RFF", Saying.Refused)]
    [InlineData(OperationKind.Refund, "99", "", Saying.Nothing)]
    [InlineData(OperationKind.Settlement, "00", "RS", Saying.Done)]
    [InlineData(OperationKind.Settlement, "00", "A", Saying.Contradiction)]
    [InlineData(OperationKind.Settlement, "31", "RS", Saying.Contradiction)]
    [InlineData(OperationKind.Settlement, "31", "A", Saying.Refused)]
    [InlineData(OperationKind.Settlement, "39", "RS", Saying.Nothing)]
    [InlineData(OperationKind.Settlement, "39", "A", Saying.Nothing)]
    [InlineData(OperationKind.Void, "00", "V", Saying.Done)]
    [InlineData(OperationKind.Void, "00", "VP", Saying.Taken)]
    [InlineData(OperationKind.Void, "00", "A", Saying.Contradiction)]
    [InlineData(OperationKind.Void, "21", "V", Saying.Contradiction)]
    [InlineData(OperationKind.Void, "21", "VP", Saying.Contradiction)]
    [InlineData(OperationKind.Void, "21", "A", Saying.Refused)]
    [InlineData(OperationKind.Void, "29", "V", Saying.Nothing)]
    [InlineData(OperationKind.Void, "29", "A", Saying.Nothing)]
    public void an_answer_says_what_its_code_and_status_say_together(
        OperationKind kind,
        string code,
        string status,
        object saying
    ) => Sayings.OfAnswer(kind, new DecisiveAnswer { RespCode = code, Status = status }).ShouldBe((Saying)saying);

    [Theory]
    [InlineData("", Saying.Contradiction)]
    [InlineData("RFF", Saying.Refused)]
    public void a_refusal_that_names_a_refund_contradicts_itself_unless_that_refund_failed(string status, object saying) =>
        Sayings
            .OfAnswer(
                OperationKind.Refund,
                new DecisiveAnswer
                {
                    RespCode = "45",
                    Status = status,
                    RefundReferenceNo = "A1",
                }
            )
            .ShouldBe((Saying)saying);

    [Theory]
    [InlineData("RF", "00", Saying.Done)]
    [InlineData("RF", "", Saying.Done)]
    [InlineData("RF", null, Saying.Done)]
    [InlineData("RF", "42", Saying.Contradiction)]
    [InlineData("RF", "45", Saying.Contradiction)]
    [InlineData("RP", "00", Saying.Taken)]
    [InlineData("RP", "", Saying.Taken)]
    [InlineData("RP", "42", Saying.Taken)]
    [InlineData("RP", "45", Saying.Contradiction)]
    [InlineData("RFF", "00", Saying.Failed)]
    [InlineData("RR", "45", Saying.Failed)]
    [InlineData("S", "00", Saying.Nothing)]
    [InlineData(null, "00", Saying.Nothing)]
    public void a_callback_says_what_became_of_the_refund(string? status, string? code, object saying) =>
        Sayings.OfCallback(new DecisiveAnswer { RespCode = code, Status = status }).ShouldBe((Saying)saying);

    [Theory]
    [InlineData("123456", Saying.Done)]
    [InlineData("A1B2C3D4", Saying.Done)]
    [InlineData("", Saying.Done)]
    [InlineData("F1", Saying.Contradiction)]
    [InlineData("F12345-", Saying.Contradiction)]
    public void a_success_whose_approval_code_may_be_the_end_of_a_failure_contradicts_itself(string code, object saying) =>
        Sayings
            .OfCallback(
                new DecisiveAnswer
                {
                    RespCode = "00",
                    Status = "RF",
                    ApprovalCode = code,
                }
            )
            .ShouldBe((Saying)saying);

    [Theory]
    [InlineData("RF", Saying.Done)]
    [InlineData("RP", Saying.Taken)]
    [InlineData("RFF", Saying.Failed)]
    [InlineData("RR1", Saying.Failed)]
    [InlineData("XX", Saying.Contradiction)]
    [InlineData("", Saying.Contradiction)]
    public void an_entry_of_a_list_says_its_status(string status, object saying) =>
        Sayings.OfEntry(new TransactionStatus(status)).ShouldBe((Saying)saying);

    [Theory]
    [InlineData(OperationKind.Settlement, "RS S SS PPC PFC")]
    [InlineData(OperationKind.Void, "V VP")]
    public void only_these_states_of_a_payment_are_what_it_leaves_behind(OperationKind kind, string effects) =>
        TransactionStatus
            .Table.Keys.Where(status => Sayings.IsEffect(kind, status))
            .Select(status => status.Text)
            .ShouldBe(effects.Split(' '), ignoreOrder: true);

    [Theory]
    [InlineData("40.00", Saying.Done)]
    [InlineData("", Saying.Done)]
    [InlineData("39.99", Saying.Contradiction)]
    [InlineData("forty", Saying.Contradiction)]
    public void a_yes_of_another_amount_contradicts_itself(string amount, object saying)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", "RF", "A1");
        row = row with { Attempts = [row.Attempts[0] with { Answer = row.Attempts[0].Answer! with { Amount = amount } }] };

        new Testimony(Rows.File(row)).Of(row.Attempts[0]).ShouldBe((Saying)saying);
    }

    [Theory]
    [InlineData("RF", "RP", Saying.Done)]
    [InlineData("RP", "RP", Saying.Taken)]
    [InlineData("RF", "", Saying.Contradiction)]
    public void two_answers_to_one_attempt_are_one_word_only_where_both_say_yes(string kept, string late, object saying)
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "00", kept, "A1");
        var message = Answers.Message(
            Answers.Response("R", "INV-1", late == "" ? "45" : "00", late, row.Amount, late == "" ? null : "A1")
        );

        new Testimony(Rows.File(row, messages: message)).Of(row.Attempts[0]).ShouldBe((Saying)saying);
    }
}
