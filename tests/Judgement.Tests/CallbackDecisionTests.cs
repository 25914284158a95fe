using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P.Signing;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>A pending refund of which 2C2P verifiably offers no list.</summary>
public sealed class CallbackDecisionTests
{
    [Theory]
    [InlineData("RF", "A1", 40, "A1", OperationStatus.Succeeded)]
    [InlineData("RF", "A1", null, "A1", OperationStatus.Succeeded)]
    [InlineData("RF", "A1", 39, "A1", null)]
    [InlineData("RFF", "A1", 39, "A1", OperationStatus.Failed)]
    [InlineData("RF", "A2", 40, "A1", null)]
    [InlineData("RF", null, 40, "A1", null)]
    [InlineData("RP", "A1", 40, "A1", null)]
    public void the_callback_about_the_known_refund_decides(
        string status,
        string? reference,
        int? amount,
        string known,
        OperationStatus? to
    )
    {
        var sut = Pending(known).Judged(NotOffered, messages: Callback(status, reference, amount: amount));

        if (to is not { } end)
        {
            sut.Stays();
            return;
        }

        sut.Transition().To.ShouldBe(end);
        sut.Transition().Rule.ShouldBe("T16");
        sut.Transition().Evidence!.Assumption.ShouldNotBeNull();
        sut.Transition().Gateway!.RefundReferenceNo.ShouldBe("A1");
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void without_a_known_reference_only_our_mark_tells_that_a_refund_nobody_owns_is_ours(
        bool isMarked,
        bool isOwned,
        bool decides
    )
    {
        var row = Pending(null);
        var owner = Rows.Refund(7m, OperationStatus.Succeeded).After(true) with { Reference = isOwned ? "A1" : "B1" };

        var sut = row.Judged(NotOffered, siblings: [owner], messages: Callback("RF", mark: isMarked ? row : null));

        (sut is Verdict.Change { Transition.To: OperationStatus.Succeeded }).ShouldBe(decides);
    }

    [Fact]
    public void a_mark_on_another_reference_than_the_known_one_decides_nothing()
    {
        var row = Pending("A1");

        row.Judged(NotOffered, messages: Callback("RF", "A2", row)).Stays();
    }

    [Theory]
    [InlineData("RF", "A1", "RFF", "A1")]
    [InlineData("RF", "A1", "RF", "A2")]
    public void callbacks_that_disagree_are_a_persons(string one, string first, string other, string second)
    {
        var sut = Pending("A1").Judged(NotOffered, messages: [Callback(one, first), Callback(other, second)]);

        sut.AsksPerson(OperationStatus.Pending).ReviewReason!.ShouldContain("contradict each other");
    }

    [Fact]
    public void callbacks_that_agree_decide_by_the_one_that_names_the_refund()
    {
        var sut = Pending("A1").Judged(NotOffered, messages: [Callback("RF"), Callback("RF", null)]);

        sut.Transition().To.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public void one_failure_does_not_speak_of_two_open_requests()
    {
        var row = Rows.Refund(40m, OperationStatus.Pending).After(true, true) with
        {
            Reference = "A1",
            NotOfferedSince = Rows.Now,
        };

        row.Judged(NotOffered, messages: Callback("RFF")).Stays();
        row.Answered(2, "45").Judged(NotOffered, messages: Callback("RFF")).Transition().To.ShouldBe(OperationStatus.Failed);
    }

    /// <summary>
    /// The hash is over values without separators, so a signed message can be cut otherwise and keep it: the end of its status in front of the approval code or the reference, or with the reference in the approval code;
    /// and the other way round.
    /// </summary>
    [Theory]
    [InlineData("RFF", "", "T1234567", "RF", "", "FT1234567")]
    [InlineData("RFF", "", "T1234567", "RF", "F", "T1234567")]
    [InlineData("RFF", "", "T1234567", "RF", "FT1234567", "")]
    [InlineData("RFF", "", "T1234567", "RF", "FT1234", "567")]
    [InlineData("RFF", "621529", "T1234567", "RF", "F621529", "T1234567")]
    [InlineData("RFF", "", "", "RF", "", "F")]
    [InlineData("RFX", "", "T1234567", "RF", "", "XT1234567")]
    [InlineData("RFX", "", "T1234567", "RF", "XT1234567", "")]
    [InlineData("RFX", "", "T1234567", "RF", "XT1234", "567")]
    [InlineData("RF", "F62152", "T1234567", "RFF", "62152", "T1234567")]
    [InlineData("RF", "", "F1234567", "RFF", "", "1234567")]
    public void what_another_signed_message_can_be_read_as_decides_nothing(
        string status,
        string approvalCode,
        string referenceNo,
        string forged,
        string forgedCode,
        string forgedReferenceNo
    )
    {
        $"{forged}{forgedCode}{forgedReferenceNo}".ShouldBe($"{status}{approvalCode}{referenceNo}");

        Hashed(forged, forgedCode, forgedReferenceNo).Stays();
    }

    [Theory]
    [InlineData("RF", "", "T1234567", OperationStatus.Succeeded)]
    [InlineData("RF", "", "A1", OperationStatus.Succeeded)]
    [InlineData("RF", "621529", "T1234567", OperationStatus.Succeeded)]
    [InlineData("RF", "621529", "A1", OperationStatus.Succeeded)]
    [InlineData("RFF", "", "T1234567", OperationStatus.Failed)]
    [InlineData("RR", "621529", "T1234567", OperationStatus.Failed)]
    [InlineData("RR1", "", "A1", OperationStatus.Failed)]
    public void what_nothing_else_can_be_read_as_decides(
        string status,
        string approvalCode,
        string referenceNo,
        OperationStatus end
    ) => Hashed(status, approvalCode, referenceNo).Transition().To.ShouldBe(end);

    [Theory]
    [InlineData("RF")]
    [InlineData("RFF")]
    public void without_a_reference_the_end_of_the_status_may_be_anywhere_behind_it(string status) =>
        Hashed(status, "", "").Stays();

    [Theory]
    [InlineData("RF", "F621529", OperationStatus.Succeeded)]
    [InlineData("RFF", "621529", OperationStatus.Failed)]
    public void a_signature_covers_every_field_for_itself(string status, string approvalCode, OperationStatus end) =>
        Judged(status, approvalCode, "", HashForm.Signature).Transition().To.ShouldBe(end);

    [Fact]
    public void a_reference_that_neither_the_payment_nor_the_callback_has_is_none_that_is_known()
    {
        var row = Pending("A1") with { TransactionReference = null };
        var message = Callback("RF");

        row.Judged(NotOffered, messages: message with { Answer = message.Answer with { ReferenceNo = null } }).Stays();
    }

    private static Verdict Hashed(string status, string approvalCode, string referenceNo) =>
        Judged(status, approvalCode, referenceNo, HashForm.Full);

    private static Verdict Judged(string status, string approvalCode, string referenceNo, HashForm form)
    {
        var row = Pending("A1") with { TransactionReference = "T1234567" };
        var message = Callback(status);
        message = message with
        {
            Answer = message.Answer with { ApprovalCode = approvalCode, ReferenceNo = referenceNo, HashForm = form.ToString() },
        };
        return row.Judged(NotOffered, messages: message);
    }

    [Fact]
    public void a_callback_that_contradicts_itself_decides_nothing() =>
        Pending("A1").Judged(NotOffered, messages: Callback("RF", code: "45")).Stays();

    private static OperationRow Pending(string? reference) =>
        Rows.Refund(40m, OperationStatus.Pending).After(true) with
        {
            Reference = reference,
            NotOfferedSince = Rows.Now,
        };
}
