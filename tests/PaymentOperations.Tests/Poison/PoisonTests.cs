using System.Text.Json;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Poison;

/// <summary>Messages of ours that the host gave up: poison is no failure of the operation.</summary>
public sealed class PoisonTests(LedgerStorage storage)
{
    private const int Most = 10;

    [Theory]
    [InlineData("refunds-poison")]
    [InlineData("settlements-poison")]
    public async Task an_operation_whose_message_was_given_up_is_due_at_once_and_ends(string queue)
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.PoisonAsync(sut.Pointer(id), queue);

        await sut.CollectAsync();

        var hint = (await sut.OutstandingAsync(id)).ShouldNotBeNull();
        hint.GetDateTimeOffset("nextCheckAt").ShouldBe(sut.Time.GetUtcNow());
        hint.GetInt32("runFailures").ShouldBe(1);
        (await sut.LeftAsync(queue)).ShouldBe(0);
        (await sut.QuarantineAsync()).ShouldBeEmpty();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task ten_of_them_call_a_person_and_it_is_still_tried()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        for (var message = 1; message < Most; message++)
            await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();

        await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();

        var row = await sut.RowAsync(id);
        row.NeedsReview.ShouldBeTrue();
        row.Status.ShouldBe(OperationStatus.Accepted);
        row.ReviewReason.ShouldBe("Its runs fail: 10 messages were given up. It is still tried.");
        row.ClaimToken.ShouldBeNull();
        (await sut.RulesAsync(id))[^1].ShouldBe("T14d");
        (await sut.OutstandingAsync(id))!.GetBoolean("needsReview").ShouldBe(true);
        (await sut.RunWhenDueAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_came_when_nothing_was_waited_for_any_more_is_read_although_its_message_was_given_up()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = await sut.WatchedAsync(id);
        (await sut.OutstandingAsync(id)).ShouldBeNull();
        var failed = Answers.Response("R", "INV-1", "00", "RFF", row.Amount, row.Reference);
        await sut.Get<Inbox>()
            .AddAsync(id, Answers.Message(failed, InboxKind.Callback, 0, sut.Time.GetUtcNow()), CancellationToken.None);
        await sut.PoisonAsync(sut.Pointer(id));

        await sut.CollectAsync();
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_only_a_message_knows_that_was_given_up_is_read_although_both_hints_are_lost()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment(isCard: false);
        sut.Gateway.Echoes = false;
        var id = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(id);
        var answer = Answers.Message(Answers.Response("R", "INV-1", "42", "RP", Money.FromAmount(10m), "9001")).Answer;
        var hint = (await sut.OutstandingAsync(id)).ShouldNotBeNull();
        await sut.Tables.Outstanding.DeleteEntityAsync(hint.PartitionKey, hint.RowKey);
        await sut.Tables.Index.DeleteEntityAsync(sut.Merchant.Id.Text, IndexKey.Operation(id));
        await sut.PoisonAsync(
            sut.Pointer(id) with
            {
                Attempt = 1,
                Answer = JsonSerializer.Serialize(answer, OperationRowJson.Default.DecisiveAnswer),
            }
        );

        await sut.CollectAsync();
        await sut.SweepAndRunAsync(id);

        (await sut.QuarantineAsync()).ShouldBeEmpty();
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Pending);
        (await sut.IndexedAsync(id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task a_message_to_what_is_over_and_read_leaves_nothing_behind()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.WatchedAsync(id);
        await sut.PoisonAsync(sut.Pointer(id));

        await sut.CollectAsync();
        await sut.SweepAndRunAsync(id);

        (await sut.OutstandingAsync(id)).ShouldBeNull();
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
    }

    [Fact]
    public async Task a_run_that_came_to_something_begins_the_count_anew()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        for (var message = 1; message < Most; message++)
            await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunWhenDueAsync(id);

        await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();

        (await sut.OutstandingAsync(id))!.GetInt32("runFailures").ShouldBe(1);
        (await sut.RowAsync(id)).NeedsReview.ShouldBeFalse();
    }

    [Fact]
    public async Task while_a_worker_is_at_it_nobody_else_writes_and_the_next_message_calls_the_person()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var held = await sut.Ledger.TryReplaceAsync(
            await sut.RowAsync(id) with
            {
                ClaimToken = "another",
                ClaimUntil = sut.Time.GetUtcNow() + sut.Times.Claim,
            },
            CancellationToken.None
        );
        for (var message = 1; message <= Most; message++)
            await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();
        (await sut.RowAsync(id)).ETag.ShouldBe(held!.ETag);

        sut.Time.Advance(sut.Times.Claim + sut.Times.Skew);
        await sut.PoisonAsync(sut.Pointer(id));
        await sut.CollectAsync();

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task what_2C2P_answered_is_taken_out_of_the_message_first()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Gateway.LoseAnswerOfNext(ProcessType.Refund);
        await sut.RunAsync(id);
        var answer = Answers
            .Message(
                Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"),
                InboxKind.LateAnswer,
                1,
                sut.Time.GetUtcNow()
            )
            .Answer;
        await sut.PoisonAsync(
            sut.Pointer(id) with
            {
                Attempt = 1,
                Answer = System.Text.Json.JsonSerializer.Serialize(answer, OperationRowJson.Default.DecisiveAnswer),
            }
        );

        await sut.CollectAsync();

        (await sut.NewsAsync(id)).ShouldHaveSingleItem().Answer.RefundReferenceNo.ShouldBe("9001");
    }

    [Fact]
    public async Task of_a_delivery_nothing_is_kept_its_own_sweep_makes_another()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await sut.PoisonAsync(new DeliveryMessage(sut.Merchant.Id.Text, "INV-1"), "webhooks-poison");

        await sut.CollectAsync();

        (await sut.LeftAsync("webhooks-poison")).ShouldBe(0);
        (await sut.QuarantineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_operation_that_has_ended_is_left_as_it_is()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        var ended = await sut.RowAsync(id);
        await sut.PoisonAsync(sut.Pointer(id));

        await sut.CollectAsync();

        (await sut.RowAsync(id)).ETag.ShouldBe(ended.ETag);
        (await sut.LeftAsync()).ShouldBe(0);
    }
}
