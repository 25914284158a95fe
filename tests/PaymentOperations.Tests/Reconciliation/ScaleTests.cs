using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using PaymentOperations.Reconciliation;
using PaymentOperations.Tests.Support;
using TwoC2P;

namespace PaymentOperations.Tests.Reconciliation;

/// <summary>A week of many operations with a few differences, by a process that is killed twice. RECONCILED_OPERATIONS sets how many; docs/reliability.md has what a whole day costs.</summary>
public sealed class ScaleTests(LedgerStorage storage, ITestOutputHelper output)
{
    private const int PerInvoice = 5;
    private const int Differences = 200;

    [Fact]
    public async Task every_planted_difference_is_found_and_no_other()
    {
        var operations = int.Parse(
            Environment.GetEnvironmentVariable("RECONCILED_OPERATIONS") ?? "3000",
            CultureInfo.InvariantCulture
        );
        await using var sut = await World.StartAloneAsync(storage);
        var planted = new PlantedLedger(sut);
        for (var i = 0; i < operations / PerInvoice; i++)
            planted.Add($"INV-{i}", PerInvoice);
        await planted.WriteAsync();
        var expected = PlantDifferences(sut, operations / PerInvoice);
        var (asked, began) = (sut.Gateway.Requests.Count, Stopwatch.GetTimestamp());
        var requests = 0;
        sut.Storage.Before = _ => Interlocked.Increment(ref requests);

        await sut.Get<IReconciliations>().StartAsync(sut.Merchant, sut.Today(), CancellationToken.None);
        await DieAsync(sut, slices: 4, request => request.Uri.Query.Contains("comp=block&", StringComparison.Ordinal));
        await DieAsync(sut, slices: 8, request => request.IsOn("$batch") && request.IsWrite());
        await sut.GoOnAsync(sut.Today());

        var report = await sut.ReportAsync(sut.Today());
        output.WriteLine(
            $"{operations} operations: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {requests} requests of storage, {sut.Gateway.Requests.Count - asked} of 2C2P, {GC.GetTotalMemory(forceFullCollection: true) / 1048576} MiB"
        );
        report
            .Where(line => line.Finding.IsDifference())
            .Select(line => (line.Finding, line.InvoiceNo!, line.GatewayAmount?.ToWire()))
            .ShouldBe(expected, ignoreOrder: true);
        report.Count(line => line.OperationId is not null).ShouldBe(operations);
        report.Select(line => line.OperationId).OfType<string>().ShouldBeUnique();
        report.Count.ShouldBe(operations + expected.Count(one => one.Finding == Finding.MissingHere));
    }

    private static List<(Finding Finding, string InvoiceNo, string? Amount)> PlantDifferences(World world, int invoices)
    {
        List<(Finding, string, string?)> expected = [];
        for (var i = 0; i < Differences; i++)
        {
            var payment = world.Gateway.PaymentOf($"INV-{i * (invoices / Differences)}");
            switch (i % 3)
            {
                case 0:
                    payment.Refunds.Add(new GatewayRefund($"P{i}", new Money(700 + i), "RF"));
                    expected.Add((Finding.MissingHere, payment.InvoiceNo, new Money(700 + i).ToWire()));
                    break;
                case 1:
                    payment.Refunds.RemoveAt(i % PerInvoice);
                    expected.Add((Finding.MissingThere, payment.InvoiceNo, null));
                    break;
                default:
                    payment.Refunds[i % PerInvoice] = payment.Refunds[i % PerInvoice] with { Amount = new Money(900) };
                    expected.Add((Finding.AmountDiffers, payment.InvoiceNo, "9.00"));
                    break;
            }
        }

        return expected;
    }

    /// <summary>Goes on for so many slices, and dies at the next request of this kind.</summary>
    private static async Task DieAsync(World world, int slices, Func<Request, bool> where)
    {
        for (var i = 0; i < slices; i++)
            await world.SliceAsync(await world.RunRowAsync());
        var before = world.Storage.Before;
        var isFirst = true;
        world.Storage.Before = request =>
        {
            before(request);
            if (where(request) && isFirst)
            {
                // The claim of the slice is a transaction as well; it dies at the commit.
                isFirst = false;
                throw new ProcessDiedException();
            }
        };
        await Should.ThrowAsync<ProcessDiedException>(async () => await world.SliceAsync(await world.RunRowAsync()));
        world.Storage.Before = before;
        world.MoveTo(((await world.RunRowAsync()).ClaimUntil ?? world.Time.GetUtcNow()) + world.Times.Skew);
    }
}
