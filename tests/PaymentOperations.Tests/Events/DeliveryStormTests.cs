using Azure.Core;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Events;

public sealed class DeliveryStormTests(LedgerStorage storage)
{
    private const int Kills = 10;
    private static readonly string[] Invoices = ["A", "B", "C"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task whatever_dies_each_event_is_delivered_at_least_once_and_in_the_order_of_its_invoice(int seed)
    {
        await using var sut = await ToldWorld.StartAsync(storage, alone: true);
        var random = new Random(seed);
        sut.Receiver.AnswerWith(_ => random.Next(10) < 3 ? 500 : 200);
        foreach (var invoice in Invoices)
            sut.World.AddPayment(invoice, 1000m);
        List<(OperationId Id, string Invoice)> operations = [];
        var kills = 0;

        while (operations.Count < 9 || kills < Kills)
        {
            var invoice = Invoices[random.Next(Invoices.Length)];
            kills += await MaybeDieAsync(
                sut,
                random,
                async () => operations.Add((await sut.World.RefundAsync(invoiceNo: invoice), invoice))
            );
            if (operations.Count > 0)
            {
                var (id, of) = operations[random.Next(operations.Count)];
                kills += await MaybeDieAsync(sut, random, () => sut.World.RunWhenDueAsync(id, of));
            }
            foreach (var pointer in sut.TakeAll())
            {
                // Pointers come late, twice or never.
                var times = random.Next(8) switch
                {
                    0 => 0,
                    1 => 2,
                    _ => 1,
                };
                for (var time = 0; time < times; time++)
                    kills += await MaybeDieAsync(
                        sut,
                        random,
                        () => sut.World.Get<IEventDelivery>().RunAsync(pointer, CancellationToken.None)
                    );
            }
            sut.World.Time.Advance(TimeSpan.FromSeconds(random.Next(120)));
        }
        await CalmAsync(sut, operations);

        kills.ShouldBeGreaterThanOrEqualTo(Kills);
        foreach (var invoice in Invoices)
        {
            var told = await sut.LedgerAsync(invoice);
            told.ShouldAllBe(row => row.DeliveredAt != null, $"seed {seed}");
            var received = sut.Receiver.Received.Where(webhook => webhook.InvoiceNo == invoice).ToList();
            received.ShouldAllBe(webhook => webhook.IsSignedBy(sut.Secret));
            FirstArrivals(received).ShouldBe(told.Select(row => row.Event.Id.ToString()), $"seed {seed}");
            (await sut.HintAsync(invoice)).ShouldBeNull();
        }
    }

    private static IEnumerable<string> FirstArrivals(IEnumerable<ReceivedWebhook> received) =>
        received.Select(webhook => webhook.Id).Distinct(StringComparer.Ordinal);

    // Faults end: runs, sweeps and deliveries do the rest.
    private static async Task CalmAsync(ToldWorld sut, IEnumerable<(OperationId Id, string Invoice)> operations)
    {
        sut.Receiver.AnswerWith(200);
        for (var round = 0; round < 5; round++)
        {
            foreach (var (id, of) in operations)
                await sut.World.RunWhenDueAsync(id, of);
        }
        for (var round = 0; round < 6; round++)
        {
            sut.World.Time.Advance(TimeSpan.FromMinutes(30));
            await sut.ClearQueuesAsync();
            await sut.World.Get<ISweep>().RunAsync(CancellationToken.None);
            await sut.DeliverAsync();
        }
    }

    private static async Task<int> MaybeDieAsync(ToldWorld sut, Random random, Func<Task> work)
    {
        var writesLeft = random.Next(3) == 0 ? 1 + random.Next(8) : int.MaxValue;
        var diesBefore = random.Next(2) == 0;
        sut.World.Storage.Before = request => Die(request.IsWrite() && Interlocked.Decrement(ref writesLeft) <= 0 && diesBefore);
        sut.World.Storage.After = request => Die(request.IsWrite() && Volatile.Read(ref writesLeft) <= 0);
        try
        {
            await work();
            return 0;
        }
        catch (ProcessDiedException)
        {
            // What is told all the same is what the storm is about.
            return 1;
        }
        finally
        {
            sut.World.Storage.Before = sut.World.Storage.After = static (Request _) => { };
        }
    }

    private static void Die(bool now)
    {
        if (now)
            throw new ProcessDiedException();
    }
}
