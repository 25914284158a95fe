using PaymentOperations.Operations;
using PaymentOperations.Storage;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Storage;

/// <summary>Which storage requests each step costs. docs/performance.md says what each is for; a change that costs one more must say so there.</summary>
public sealed class RequestCountTests(LedgerStorage storage)
{
    private static readonly string[] Announced = ["write outstanding", "commit index", "send refunds"];

    [Fact]
    public async Task the_first_refund_of_an_invoice()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var requests = new CountedRequests(sut);

        await sut.RefundAsync();

        requests
            .Take()
            .ShouldBe(["read keys", "read operations", "write keys", .. Announced, "commit operations"], ignoreOrder: true);
        sut.Gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_next_refund_of_an_invoice_whose_line_is_empty()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        await sut.RunAsync(await sut.RefundAsync());
        var requests = new CountedRequests(sut);

        await sut.RefundAsync();

        requests
            .Take()
            .ShouldBe(
                ["read keys", "read operations", "query operations", "write keys", .. Announced, "commit operations"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task the_first_refund_of_an_invoice_whose_merchant_has_a_cap()
    {
        await using var sut = CappedWorld.Start(storage);
        sut.AddPayment();
        var requests = new CountedRequests(sut);

        await sut.RefundAsync();

        requests
            .Take()
            .ShouldBe(
                ["read keys", "read operations", "read caps", "commit caps", "write keys", .. Announced, "commit operations"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task a_repeat_with_the_same_key_where_the_merchant_has_a_cap()
    {
        await using var sut = CappedWorld.Start(storage);
        sut.AddPayment();
        var command = sut.Command();
        await sut.AcceptAsync(command);
        var requests = new CountedRequests(sut);

        await sut.AcceptAsync(command);

        requests.Take().ShouldBe(["read keys", "read operations", "query operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task a_repeat_with_the_same_key()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var command = sut.Command();
        await sut.AcceptAsync(command);
        var requests = new CountedRequests(sut);

        await sut.AcceptAsync(command);

        requests.Take().ShouldBe(["read keys", "read operations", "query operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task a_refusal_by_the_rules()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment(amount: 5m);
        var requests = new CountedRequests(sut);

        await sut.AcceptAsync(sut.Command(amount: 10m));

        requests.Take().ShouldBe(["read keys", "read operations", "read keys"], ignoreOrder: true);
    }

    [Fact]
    public async Task a_run_that_refunds()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var requests = new CountedRequests(sut);
        var asked = sut.Gateway.Requests.Count;

        await sut.RunAsync(id);

        requests
            .Take()
            .ShouldBe(
                [
                    "query operations",
                    "write operations",
                    "query operations",
                    "query inbox",
                    "read outstanding",
                    "read index",
                    "query learned",
                    "commit operations",
                    "query inbox",
                    "commit index",
                    "commit operations",
                    "write outstanding",
                    "write index",
                ],
                ignoreOrder: true
            );
        (sut.Gateway.Requests.Count - asked).ShouldBe(2);
        (await sut.RowAsync(id)).Status.ShouldBe(OperationStatus.Succeeded);
    }

    [Fact]
    public async Task reading_one_operation()
    {
        await using var sut = World.Start(storage);
        sut.AddPayment();
        var id = await sut.RefundAsync();
        var requests = new CountedRequests(sut);

        await sut.Reader.FindAsync(sut.Merchant.Id, id, CancellationToken.None);

        requests.Take().ShouldBe(["read index", "query operations"], ignoreOrder: true);
    }

    [Fact]
    public async Task a_sweep_that_finds_nothing_due()
    {
        await using var sut = await World.StartAloneAsync(storage);
        var requests = new CountedRequests(sut);

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var withTheHourlySearch = requests.Take();
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        requests
            .Take()
            .ShouldBe(
                [
                    .. Enumerable.Repeat("query outstanding", 2),
                    .. StorageLayout.PoisonQueues.Select(queue => $"read {queue}"),
                    "query deliveries",
                ],
                ignoreOrder: true
            );
        withTheHourlySearch.Count.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public async Task a_row_that_the_sweep_finds_due()
    {
        await using var sut = await World.StartAloneAsync(storage);
        sut.AddPayment();
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var requests = new CountedRequests(sut);
        await sut.Get<ISweep>().RunAsync(CancellationToken.None);
        var idle = requests.Take();
        await sut.RefundAsync();
        sut.Time.Advance(sut.Times.FirstCheck);
        requests.Take();

        await sut.Get<ISweep>().RunAsync(CancellationToken.None);

        requests
            .Take()
            .ShouldBe(
                [
                    .. idle,
                    "peek refunds",
                    "peek settlements",
                    "read operations",
                    "write outstanding",
                    "send refunds",
                    "read index",
                ],
                ignoreOrder: true
            );
    }
}
