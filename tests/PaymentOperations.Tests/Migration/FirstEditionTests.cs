using Azure;
using Azure.Data.Tables;
using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Migration;

/// <summary>Rows as the first edition wrote them, in every status, are read and carried on.</summary>
public sealed class FirstEditionTests(LedgerStorage storage)
{
    private static readonly string[] _ofThisEdition =
    [
        "seen",
        "doubtSince",
        "notOfferedSince",
        "hinted",
        "conflicts",
        "reservedAgain",
        "reservedBeyond",
        "watchedAt",
        "baselineHashes0",
    ];

    [Fact]
    public async Task an_accepted_refund_is_sent_once()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await RewriteAsync(sut, id, "Accepted");

        var row = await sut.RunWhenDueAsync(id);

        row.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Submitting", null)]
    [InlineData("Unknown", null)]
    [InlineData("Unknown", "99")]
    [InlineData("Unknown", "49")]
    public async Task one_that_may_have_been_sent_is_found_and_not_sent_again(string status, string? code)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(10m), "RF", id.ToString()));
        await RewriteAsync(sut, id, status, Attempt(sut, code));

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(OperationStatus.Succeeded);
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_yes_of_which_only_the_last_decisive_answer_is_kept_forbids_sending()
    {
        await using var sut = World.Start(storage, merchant: merchant => merchant with { DoneWithin = TimeSpan.FromSeconds(1) });
        sut.AddPayment();
        var id = await sut.RefundAsync();
        await RewriteAsync(
            sut,
            id,
            "Unknown",
            Attempt(sut, "00"),
            row => row["evidence"] = """{"processType":"R","respCode":"00","status":"RF","amount":"10.00"}"""
        );

        var row = await sut.RunForAsync(id, TimeSpan.FromHours(3));

        row.NeedsReview.ShouldBeTrue();
        sut.Gateway.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9001", "RF", OperationStatus.Succeeded)]
    [InlineData("9001", "RR", OperationStatus.Failed)]
    [InlineData(null, "RF", OperationStatus.Succeeded)]
    [InlineData(null, "RR", OperationStatus.Failed)]
    public async Task a_pending_one_is_decided_by_the_list(string? reference, string status, OperationStatus expected)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment(isCard: false);
        var id = await sut.RefundAsync();
        payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(10m), status, id.ToString()));
        await RewriteAsync(
            sut,
            id,
            "Pending",
            Attempt(sut, "42"),
            row =>
            {
                row["reference"] = reference;
                row["callbackStatus"] = "RP";
                row["callbackAt"] = sut.Time.GetUtcNow();
            }
        );

        var row = await sut.RunForAsync(id, TimeSpan.FromMinutes(30));

        row.Status.ShouldBe(expected);
        row.NeedsReview.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Succeeded", "RF", false)]
    [InlineData("Failed", "RF", true)]
    [InlineData("Failed", "RR", false)]
    public async Task a_final_one_is_watched(string status, string listed, bool needsReview)
    {
        await using var sut = World.Start(storage);
        var payment = sut.AddPayment();
        var id = await sut.RefundAsync();
        payment.Refunds.Add(new GatewayRefund("9001", Money.FromAmount(10m), listed, id.ToString()));
        await RewriteAsync(
            sut,
            id,
            status,
            Attempt(sut, status == "Failed" ? "45" : "00"),
            row => row["reference"] = status == "Failed" ? null : "9001"
        );
        sut.Time.Advance(sut.Times.WatchAfterEnd);

        await sut.RunAsync(id);

        (await sut.RowAsync(id)).NeedsReview.ShouldBe(needsReview);
        (await sut.OutstandingAsync(id) is not null).ShouldBe(needsReview);
    }

    private static string Attempt(World world, string? code) =>
        $$"""
            [{"number":1,"startedAt":"{{world.Time.GetUtcNow():O}}","claimUntil":"{{world.Time.GetUtcNow()
                + world.Times.Claim:O}}","neverSent":false,"carriedEcho":true{{(
                code is null ? "" : $",\"respCode\":\"{code}\""
            )}}}]
            """;

    private static async Task RewriteAsync(
        World world,
        OperationId id,
        string status,
        string attempts = "[]",
        Action<TableEntity>? more = null
    )
    {
        var partition = TableKey.Invoice(world.Merchant.Id, InvoiceNo.Parse("INV-1"));
        var row = (await world.Tables.Operations.GetEntityAsync<TableEntity>(partition, TableKey.Operation(id))).Value;
        foreach (var column in _ofThisEdition)
            row.Remove(column);
        row["status"] = status;
        row["attempts"] = attempts;
        row["baseline"] = attempts == "[]" ? null : """["8001"]""";
        row["transactionReference"] = "T1";
        more?.Invoke(row);
        await world.Tables.Operations.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }
}
