using Azure.Data.Tables;
using PaymentOperations.Notifications;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;
using TwoC2P.Envelopes;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Notifications;

/// <summary>Two merchants with one key pair, the same invoice number and the same amount: 2C2P's messages do not say whose they are.</summary>
public sealed class SharedKeysTests(LedgerStorage storage)
{
    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    public async Task a_callback_of_another_merchant_with_the_same_keys_changes_nothing_and_goes_to_quarantine(
        bool isAtItsOwnId,
        bool isMarked,
        bool wasOursSent
    )
    {
        await using var other = Start();
        await using var ours = Start();
        var theirId = await SentAsync(other, answers: true);
        var ourId = wasOursSent ? await SentAsync(ours, answers: false) : await ours.RefundAsync(40m);
        var (theirs, own, pointers) = (await other.RowAsync(theirId), await ours.RowAsync(ourId), ours.Pointers.Count);

        var result = await new SharedGateway(other, ours).PostAsync(
            ours,
            isAtItsOwnId ? theirId : ourId,
            Says(isMarked ? theirId : null, reference: theirs.Reference)
        );

        result.ShouldBe(NotificationResult.Quarantined);
        (await QuarantinedAsync(ours)).ShouldBe(1);
        (await ours.NewsAsync(ourId)).ShouldBeEmpty();
        (await ours.NewsAsync(theirId)).ShouldBeEmpty();
        (await ours.RowAsync(ourId)).ETag.ShouldBe(own.ETag);
        (await other.RowAsync(theirId)).ETag.ShouldBe(theirs.ETag);
        ours.Pointers.Count.ShouldBe(pointers);
    }

    [Fact]
    public async Task what_names_nothing_is_another_merchants_where_only_that_one_sent()
    {
        await using var other = Start();
        await using var ours = Start();
        await SentAsync(other, answers: false);
        var ourId = await ours.RefundAsync(40m);

        var result = await new SharedGateway(other, ours).PostAsync(ours, ourId, Says());

        result.ShouldBe(NotificationResult.Quarantined);
        (await ours.NewsAsync(ourId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_names_nothing_and_may_be_ours_is_kept_as_evidence()
    {
        await using var other = Start();
        await using var ours = Start();
        await SentAsync(other, answers: false);
        var ourId = await SentAsync(ours, answers: false);

        var result = await new SharedGateway(other, ours).PostAsync(ours, ourId, Says());

        result.ShouldBe(NotificationResult.Stored);
        (await ours.NewsAsync(ourId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task what_does_not_open_with_the_other_merchants_keys_is_not_its()
    {
        await using var other = Start();
        await using var ours = Start();
        await SentAsync(other, answers: false);
        var ourId = await ours.RefundAsync(40m);
        var sut = new SharedGateway(other, ours);
        sut.GiveOwnKeys(ours);

        (await sut.PostAsync(ours, ourId, Says())).ShouldBe(NotificationResult.Stored);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "9001")]
    [InlineData(false, null)]
    public async Task a_callback_that_comes_to_its_own_address_is_taken(bool isMarked, string? reference)
    {
        await using var other = Start();
        await using var ours = Start();
        await other.RefundAsync(40m);
        var ourId = await SentAsync(ours, answers: true);

        var result = await new SharedGateway(other, ours).PostAsync(ours, ourId, Says(isMarked ? ourId : null, reference));

        result.ShouldBe(NotificationResult.Stored);
        (await ours.NewsAsync(ourId)).ShouldHaveSingleItem();
    }

    private World Start()
    {
        var world = World.Start(storage, merchant: merchant => merchant with { Envelope = EnvelopeKind.Jose });
        world.AddPayment(isCard: false);
        return world;
    }

    private static async Task<OperationId> SentAsync(World world, bool answers)
    {
        var id = await world.RefundAsync(40m);
        if (!answers)
            world.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await world.RunAsync(id);
        return id;
    }

    private static (string, string?)[] Says(OperationId? mark = null, string? reference = null) =>
        [
            ("version", "3.4"),
            ("respCode", "00"),
            ("processType", "R"),
            ("invoiceNo", "INV-1"),
            ("amount", "40.00"),
            ("status", "RF"),
            ("refundReferenceNo", reference),
            ("userDefined1", mark?.ToString()),
        ];

    private static async Task<int> QuarantinedAsync(World world) =>
        await world
            .Tables.Quarantine.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {world.Merchant.Id.Text}"))
            .CountAsync();
}
