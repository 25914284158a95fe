using System.Text;
using Azure.Core;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Poison;

/// <summary>Messages that are not ours: kept, shown, never dropped.</summary>
public sealed class QuarantineTests(LedgerStorage storage)
{
    [Theory]
    [InlineData("not Base64 at all", "not Base64 at all")]
    [InlineData("e30=", "{}")]
    [InlineData("bnVsbA==", "null")]
    [InlineData("/////w==", "/////w==")]
    [InlineData("NDExMSAxMTExIDExMTEgMTExMQ==", "XXXX XXXX XXXX 1111")]
    [InlineData("account 123-4-56789-0", "account XXX-X-XX789-0")]
    public async Task what_is_not_ours_is_kept_as_it_was_without_its_numbers(string body, string kept)
    {
        await using var sut = await World.StartAloneAsync(storage);
        await sut.PoisonTextAsync(body);

        await sut.CollectAsync();

        (await sut.LeftAsync()).ShouldBe(0);
        var row = (await sut.QuarantineAsync()).ShouldHaveSingleItem();
        row.GetString("queue").ShouldBe(PoisonWorld.Refunds);
        row.GetString("text0").ShouldBe(kept);
        var shown = (await ListAsync(sut)).Items.ShouldHaveSingleItem();
        shown.IsOwned.ShouldBeFalse();
        shown.IsQueueMessage.ShouldBeTrue();
        shown.Text.ShouldBeNull();
        shown.Length.ShouldBe(row.GetInt32("length"));
    }

    [Theory]
    [InlineData(true, "INV-1", "0198f2a0-5c1e-7d3a-9b61-2f4e8c7a1d05", null)]
    [InlineData(true, "INV-1", "not an id", null)]
    [InlineData(false, "INV-1", "0198f2a0-5c1e-7d3a-9b61-2f4e8c7a1d05", null)]
    [InlineData(true, "INV-1", null, null)]
    public async Task a_pointer_to_nothing_is_kept_for_the_merchant_that_it_names(
        bool isOurMerchant,
        string invoiceNo,
        string? id,
        string? answer
    )
    {
        await using var sut = await World.StartAloneAsync(storage);
        await sut.PoisonAsync(
            new OperationMessage(isOurMerchant ? sut.Merchant.Id.Text : "Nobody", invoiceNo, id!, Answer: answer)
        );

        await sut.CollectAsync();

        (await sut.LeftAsync()).ShouldBe(0);
        var shown = (await ListAsync(sut)).Items.ShouldHaveSingleItem();
        shown.IsOwned.ShouldBe(isOurMerchant);
        (shown.Text is null).ShouldBe(!isOurMerchant);
    }

    [Fact]
    public async Task a_pointer_to_another_invoice_or_with_an_answer_that_is_none_touches_no_operation()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.PoisonAsync(sut.Pointer(id, "INV-2"));
        await sut.PoisonAsync(sut.Pointer(id) with { Attempt = 1, Answer = "{" });

        await sut.CollectAsync();

        (await sut.QuarantineAsync()).Count.ShouldBe(2);
        (await sut.OutstandingAsync(id))!.GetInt32("runFailures").ShouldBe(0);
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_longest_message_is_kept_whole()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var text = string.Concat(Enumerable.Repeat("abcdefghi ", 6_500));
        await sut.PoisonTextAsync(text);

        await sut.CollectAsync();

        var row = (await sut.QuarantineAsync()).ShouldHaveSingleItem();
        (row.GetString("text0") + row.GetString("text1") + row.GetString("text2")).ShouldBe(text);
    }

    [Fact]
    public async Task what_could_not_be_kept_stays_on_its_queue_and_holds_up_no_other()
    {
        await using var sut = await World.StartAloneAsync(storage);
        await sut.PoisonTextAsync("one");
        await sut.PoisonTextAsync("two");
        var refused = 0;
        sut.Storage.Before = request =>
        {
            if (
                request.Method != RequestMethod.Get
                && request.Uri.ToString().Contains("quarantine", StringComparison.Ordinal)
                && refused++ == 0
            )
                throw new Azure.RequestFailedException(503, "busy");
        };

        await sut.CollectAsync();

        (await sut.LeftAsync()).ShouldBe(1);
        (await sut.QuarantineAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task pages_are_full_and_go_through_everything_once()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var quarantine = sut.Get<Quarantine>();
        for (var number = 0; number < 130; number++)
            await quarantine.AddMessageAsync(
                "q",
                sut.Merchant.Id,
                $"mine {number}",
                sut.Time.GetUtcNow(),
                CancellationToken.None
            );
        for (var number = 0; number < 80; number++)
            await quarantine.AddMessageAsync("q", null, $"nobody's {number}", sut.Time.GetUtcNow(), CancellationToken.None);
        await quarantine.AddMessageAsync("q", new MerchantId("Other"), "another's", sut.Time.GetUtcNow(), CancellationToken.None);

        var first = await ListAsync(sut);
        var second = await ListAsync(sut, first.NextCursor);
        var third = await ListAsync(sut, second.NextCursor);

        first.Items.Count.ShouldBe(100);
        second.Items.Count.ShouldBe(100);
        third.Items.Count.ShouldBe(10);
        third.NextCursor.ShouldBeNull();
        QuarantinedMessage[] all = [.. first.Items, .. second.Items, .. third.Items];
        all.Select(kept => (kept.IsOwned, kept.Id)).Distinct().Count().ShouldBe(210);
        all.Count(kept => kept.IsOwned).ShouldBe(130);
    }

    [Fact]
    public async Task a_page_that_ends_where_the_rest_ends_is_the_last()
    {
        await using var sut = await World.StartAloneAsync(storage);
        for (var number = 0; number < 100; number++)
            await sut.Get<Quarantine>()
                .AddMessageAsync(
                    "q",
                    null,
                    Encoding.UTF8.GetString([(byte)'a', (byte)number]),
                    sut.Time.GetUtcNow(),
                    CancellationToken.None
                );

        var page = await ListAsync(sut);

        page.Items.Count.ShouldBe(100);
        page.NextCursor.ShouldBeNull();
    }

    private static Task<QuarantinePage> ListAsync(World sut, string? cursor = null) =>
        sut.Get<IQuarantineReader>().ListAsync(sut.Merchant.Id, cursor, CancellationToken.None);
}
