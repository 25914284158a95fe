using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;
using TwoC2P.PaymentAction;

namespace PaymentOperations.Tests.Intake;

/// <summary><c>needsReview=true</c> is the work list of people: nothing may be missing, and little be there in vain.</summary>
public sealed class ReviewSearchTests(LedgerStorage storage)
{
    private static readonly OperationSearch Flagged = new() { NeedsReview = true };

    [Fact]
    public async Task what_is_doubtful_for_too_long_is_found_until_it_is_decided()
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await DoubtfulAsync(sut);

        var found = await sut.FindAsync(Flagged);
        payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(10m), "RF") { Mark = id.ToString() });
        sut.Gateway.Always(ProcessType.RefundStatus, null);
        var decided = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        found.ShouldBe([id]);
        decided.Status.ShouldBe(OperationStatus.Succeeded);
        (await sut.FindAsync(Flagged)).ShouldBeEmpty();
        (await sut.LookupRowsAsync(id)).ShouldNotContain(row => row.RowKey.StartsWith(LookupKey.NeedsReview));
        (await sut.FindAsync(new() { Reference = "9001" })).ShouldBe([id]);
    }

    [Fact]
    public async Task a_flag_that_is_raised_after_the_end_is_found()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();

        var id = await ContradictedAsync(sut);

        (await sut.RowAsync(id)).ShouldSatisfyAllConditions(
            row => row.IsFinal.ShouldBeTrue(),
            row => row.NeedsReview.ShouldBeTrue()
        );
        (await sut.FindAsync(Flagged)).ShouldBe([id]);
        (await sut.FindAsync(Flagged, status: OperationStatus.Failed)).ShouldBe([id]);
        (await sut.FindAsync(Flagged with { InvoiceNo = InvoiceNo.Parse("INV-1") })).ShouldBe([id]);
        (await sut.FindAsync(Flagged, status: OperationStatus.Succeeded)).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_storage_refuses_to_write_is_found()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        sut.Storage.Before = request =>
        {
            if (request.IsTransaction())
                throw new Azure.RequestFailedException(400, "too large", "PropertyValueTooLarge", null);
        };

        await sut.RunAsync(id);
        sut.Storage.Before = _ => { };

        (await sut.FindAsync(Flagged)).ShouldBe([id]);
    }

    [Fact]
    public async Task a_row_that_stayed_behind_shows_nothing_and_goes_when_the_operation_is_left_alone()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await sut.RunAsync(id);
        var stayed = LookupIndex.RowOf(OperationHint.Of(await sut.RowAsync(id)), LookupKey.NeedsReview);
        await sut.Get<MerchantIndex>().WriteAsync([stayed], CancellationToken.None);

        (await sut.FindAsync(Flagged)).ShouldBeEmpty();
        sut.Time.Advance(sut.Times.WatchAfterEnd + TimeSpan.FromMinutes(1));
        await sut.RunAsync(id);

        (await sut.LookupRowsAsync(id)).ShouldNotContain(row => row.RowKey.StartsWith(LookupKey.NeedsReview));
        (await sut.OutstandingAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task a_late_clearing_does_not_take_the_row_of_a_flag_that_was_raised_since()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await ContradictedAsync(sut);
        var flagged = await sut.RowAsync(id);
        var cleared = flagged with { ReviewReason = null, ETag = new Azure.ETag("W/\"before\"") };

        await sut.Get<LookupWriter>().ForgetReviewAsync(cleared);

        (await sut.FindAsync(Flagged)).ShouldBe([id]);
    }

    [Fact]
    public async Task what_an_earlier_version_flagged_is_found_after_the_next_look_at_it()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await DoubtfulAsync(sut);
        await sut.LoseLookupRowsAsync(id);
        var row = await sut.RowAsync(id);
        await sut.Ledger.TryReplaceAsync(row with { FoundBy = null }, CancellationToken.None);

        await sut.RunWhenDueAsync(id);

        (await sut.FindAsync(Flagged)).ShouldBe([id]);
    }

    private static async Task<OperationId> DoubtfulAsync(World sut)
    {
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, _ => Answers.Lost);
        await sut.RunAsync(id);
        sut.Gateway.Always(ProcessType.RefundStatus, _ => Answers.Lost);
        await sut.RunForAsync(id, sut.Times.Patience + TimeSpan.FromMinutes(1));
        return id;
    }

    private static async Task<OperationId> ContradictedAsync(World sut)
    {
        var id = await sut.RefundAsync();
        sut.Gateway.Next(ProcessType.Refund, request => Answers.Refused(request, "45"));
        await sut.RunAsync(id);
        await sut.AddLateAnswerAsync(id, Answers.Response("R", "INV-1", "00", "RF", Money.FromAmount(10m), "9001"));
        await sut.RunAsync(id);
        return id;
    }
}
