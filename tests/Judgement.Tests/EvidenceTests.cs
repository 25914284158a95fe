using PaymentOperations.Judgement;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P.PaymentAction;
using static Judgement.Tests.Given;

namespace Judgement.Tests;

/// <summary>What is kept of messages, and what is known of an invoice.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("abc", 4, "abc")]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abcd")]
    [InlineData("abc\U0001F600", 4, "abc")]
    [InlineData("ab\U0001F600c", 4, "ab\U0001F600")]
    [InlineData(null, 4, null)]
    public void a_text_is_cut_where_no_character_is_halved(string? text, int length, string? expected) =>
        PublishedLength.Cut(text, length).ShouldBe(expected);

    [Theory]
    [InlineData(" ", null)]
    [InlineData("", null)]
    [InlineData("A1", "A1")]
    public void a_blank_reference_is_none(string reference, string? expected) => Ownership.TextOf(reference).ShouldBe(expected);

    [Fact]
    public void the_mark_of_an_entry_is_the_entrys_and_not_the_lists()
    {
        var response = Answers.Response("RS", "INV-1", "00") with { UserDefined = ["list", "key of the list"] };
        var entry = new RefundEntry { ReferenceNo = "A1", UserDefined = ["entry", "key of the entry"] };

        var sut = DecisiveAnswer.Of(response, Answers.Evidence(response), entry);

        sut.UserDefined1.ShouldBe("entry");
        sut.UserDefined2.ShouldBe("key of the entry");
        DecisiveAnswer.Of(response, Answers.Evidence(response)).UserDefined1.ShouldBe("list");
    }

    [Fact]
    public void a_baseline_is_kept_in_order_and_knows_its_references()
    {
        var sut = Baseline.Of(["A1", "A2", "A3", "A1"]);

        sut.Count.ShouldBe(3);
        sut.Hashes.ShouldBe(sut.Hashes.Order());
        Baseline.OfHashes(sut.Hashes).Contains("A2").ShouldBeTrue();
        sut.Contains("A4").ShouldBeFalse();
        sut.Contains(null).ShouldBeFalse();
    }

    [Fact]
    public void an_invoice_knows_who_is_first_and_who_owns_what()
    {
        var first = Rows.Refund();
        var second = Rows.Refund();
        var sut = Rows.Ledger(first, ("A1", first.Id));

        sut.IsFirst(first.Id).ShouldBeTrue();
        sut.IsFirst(second.Id).ShouldBeFalse();
        (sut with { Line = [] }).IsFirst(first.Id).ShouldBeFalse();
        sut.With("A2", second.Id).IsOwnedByAnother("A2", first.Id).ShouldBeTrue();
        sut.With("A1", second.Id).References["A1"].ShouldBe(first.Id);
        sut.With(null, second.Id).References.Count.ShouldBe(1);
        (sut with { Operations = [second] }).Find(second.Id).ShouldBe(second);
    }

    [Fact]
    public void a_row_of_the_first_edition_keeps_the_answer_to_its_last_request_only()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true, true);
        var answer = Answers.Message(Answers.Response("R", "INV-1", "42", "RP", Forty, "A1")).Answer;
        row = row with
        {
            Attempts = [row.Attempts[0] with { RespCode = "42" }, row.Attempts[1] with { RespCode = "42" }],
            Evidence = Advance.Json(answer),
        };

        new Testimony(Rows.File(row)).Statements.Select(statement => statement.Reference).ShouldBe([null, "A1"]);
        new Testimony(Rows.File(row with { Evidence = null })).Statements.ShouldAllBe(statement => statement.Reference == null);
        row = row with { Attempts = [row.Attempts[0], row.Attempts[1] with { RespCode = "99" }] };
        new Testimony(Rows.File(row)).Statements.ShouldAllBe(statement => statement.Reference == null);
    }

    [Fact]
    public void a_message_in_words_says_where_it_came_from_and_what_it_says()
    {
        var row = Rows.Refund(40m, OperationStatus.Unknown).After(true).Answered(1, "99");
        var listed = Callback("S") with { Kind = InboxKind.Listing };
        listed = listed with { Answer = listed.Answer with { EntryStatus = "RF", EntryReferenceNo = "L1" } };

        var sut = new Testimony(Rows.File(row, messages: [Callback("RF"), listed])).Statements;

        sut.Select(statement => statement.ToString())
            .ShouldBe(["answer to attempt 1 (99)", "callback (00, RF, A1)", "2C2P's list (00, RF, L1)"]);
        sut.Select(statement => statement.Saying).ShouldBe([Saying.Nothing, Saying.Done, Saying.Done]);
    }

    [Fact]
    public void only_a_refunds_answer_names_a_refund()
    {
        var row = Rows.Row(OperationKind.Void, null, OperationStatus.Unknown).After(true).Answered(1, "00", "V", "A1");

        new Testimony(Rows.File(row)).Statements.ShouldHaveSingleItem().Reference.ShouldBeNull();
    }

    [Theory]
    [InlineData("T1", "R1", "T1")]
    [InlineData(null, "R1", "R1")]
    public void callers_see_the_payments_own_reference_whichever_the_answer_carries(string? own, string said, string shown)
    {
        var row = Rows.Refund() with { TransactionReference = own };
        var answer = new DecisiveAnswer { ReferenceNo = said };

        GatewayResults.OfRefund(answer, row, "A1").ReferenceNo.ShouldBe(shown);
        GatewayResults.OfEntry(answer, row).ReferenceNo.ShouldBe(shown);
    }

    [Fact]
    public void the_last_of_several_attempts_bounds_absence()
    {
        var row = Rows.Refund().After(true, true);
        row = row with { Attempts = [row.Attempts[0], row.Attempts[1] with { ClaimUntil = Rows.Now.AddHours(1) }] };

        Absence.LastSendEnd(row).ShouldBe(Rows.Now.AddHours(1));
    }
}
