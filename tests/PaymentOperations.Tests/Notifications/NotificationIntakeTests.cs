using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using PaymentOperations.Notifications;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Notifications;

public sealed class NotificationIntakeTests(LedgerStorage storage)
{
    private static readonly PaymentProcessResponse _says = Answers.Response(
        "R",
        "INV-1",
        "00",
        "RF",
        Money.FromAmount(10m),
        "9001"
    );

    [Fact]
    public async Task the_same_content_is_one_row_and_wakes_the_runner_until_it_is_applied()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        var before = sut.Pointers.Count;

        await sut.CallbackAsync(id.ToString(), _says);
        await sut.CallbackAsync(id.ToString(), _says);
        var whileNew = sut.Pointers.Count - before;
        var news = await sut.NewsAsync(id);
        await sut.RunAsync(id);
        before = sut.Pointers.Count;
        var result = await sut.CallbackAsync(id.ToString(), _says);

        whileNew.ShouldBe(2);
        news.Count.ShouldBe(1);
        result.ShouldBe(NotificationResult.Stored);
        sut.Pointers.Count.ShouldBe(before);
    }

    [Fact]
    public async Task what_comes_when_nothing_is_waited_for_any_more_is_read_although_the_process_died_before_its_pointer()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var row = await sut.WatchedAsync(id);
        sut.Storage.Before = request =>
        {
            if (request.Pointer() is not null)
                throw new ProcessDiedException();
        };
        await Should.ThrowAsync<ProcessDiedException>(() =>
            sut.CallbackAsync(id.ToString(), _says with { Status = new("RFF"), RefundReferenceNo = row.Reference })
        );
        sut.Storage.Before = _ => { };

        sut.Time.Advance(sut.Times.SweepMargin);
        await sut.SweepAndRunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBeTrue();
        (await sut.NewsAsync(id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("S", "INV-1", 10)]
    [InlineData("R", "inv-1", 10)]
    [InlineData("R", "INV-1", 9)]
    public async Task a_verified_callback_that_does_not_fit_its_operation_goes_to_quarantine(
        string processType,
        string invoiceNo,
        decimal amount
    )
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        var misfit = _says with
        {
            ProcessType = processType,
            InvoiceNo = invoiceNo,
            Amount = Money.FromAmount(amount),
            AmountText = Money.FromAmount(amount).ToWire(),
        };

        var result = await sut.CallbackAsync(id.ToString(), misfit);

        result.ShouldBe(NotificationResult.Quarantined);
        (await sut.NewsAsync(id)).ShouldBeEmpty();
        (await QuarantineAsync(sut)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task whoever_sends_a_true_message_again_and_again_calls_a_person_once_and_changes_nothing_of_what_is_kept()
    {
        await using var sut = World.Start(storage);
        var logger = new ListLogger<NotificationIntake>();
        var intake = ActivatorUtilities.CreateInstance<NotificationIntake>(sut.Get<IServiceProvider>(), logger);
        sut.Notifications.Next = new NotificationOutcome.Verified(_says, Answers.Evidence(_says));
        var at = sut.Time.GetUtcNow();
        await SendAsync("first");
        sut.Time.Advance(TimeSpan.FromMinutes(1));

        var again = await SendAsync("second");

        again.ShouldBe(NotificationResult.Quarantined);
        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2302 ");
        var kept = (await QuarantineAsync(sut)).ShouldHaveSingleItem();
        kept.GetString("claimedOperationId").ShouldBe("first");
        kept.GetDateTimeOffset("at").ShouldBe(at);

        Task<NotificationResult> SendAsync(string address) =>
            intake.ReceiveAsync(sut.Merchant.Id.Text, address, new byte[] { 1 }, CancellationToken.None);
    }

    [Fact]
    public async Task a_person_is_called_too_where_storage_took_the_message_and_its_answer_was_lost()
    {
        await using var sut = World.Start(storage);
        var logger = new ListLogger<NotificationIntake>();
        var intake = ActivatorUtilities.CreateInstance<NotificationIntake>(sut.Get<IServiceProvider>(), logger);
        sut.Notifications.Next = new NotificationOutcome.Verified(_says, Answers.Evidence(_says));
        var lost = false;
        sut.Wire.After = request =>
        {
            if (lost || !request.IsOn("quarantine"))
                return;
            lost = true;
            throw new IOException("no network");
        };

        var result = await intake.ReceiveAsync(sut.Merchant.Id.Text, "any", new byte[] { 1 }, CancellationToken.None);

        lost.ShouldBeTrue();
        result.ShouldBe(NotificationResult.Quarantined);
        logger.Lines.ShouldHaveSingleItem().ShouldStartWith("2302 ");
    }

    [Fact]
    public async Task another_merchants_operation_is_not_found()
    {
        await using var sut = World.Start(storage);
        await using var other = World.Start(storage);
        other.AddPayment();
        var id = await other.RefundAsync();

        var result = await sut.CallbackAsync(id.ToString(), _says);

        result.ShouldBe(NotificationResult.Quarantined);
        (await other.NewsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_not_verified_is_not_stored()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Notifications.Next = new NotificationOutcome.Unverified();

        var result = await sut.Get<INotificationIntake>()
            .ReceiveAsync(sut.Merchant.Id.Text, id.ToString(), new byte[] { 1 }, CancellationToken.None);

        result.ShouldBe(NotificationResult.NotVerified);
        (await sut.NewsAsync(id)).ShouldBeEmpty();
        (await QuarantineAsync(sut)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_callback_that_cannot_be_stored_is_asked_for_again()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Wire.Before = request =>
        {
            if (request.IsOn("inbox"))
                throw new IOException("no network");
        };

        (await sut.CallbackAsync(id.ToString(), _says)).ShouldBe(NotificationResult.Unavailable);
    }

    private static async Task<IReadOnlyList<TableEntity>> QuarantineAsync(World world) =>
        await world
            .Tables.Quarantine.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {world.Merchant.Id.Text}"))
            .ToListAsync();
}
