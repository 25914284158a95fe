using System.Diagnostics;
using PaymentOperations.Operations;
using TwoC2P;

namespace Benchmarks.Load;

/// <summary>The first pages of lists against the requests that they cannot do without, and whether 20,000 operations behind them make a difference.</summary>
internal static class ListBenchmark
{
    private const double MostRatio = 1.25;
    private const int PagesRead = 31;
    private const int WarmUps = 5;
    private const int Behind = 20_000;
    private const int OfInvoice = 300;
    private const string InvoiceWithMany = "INV-MANY";

    /// <summary>Measures and tells; false when a page costs more than it may.</summary>
    public static async Task<bool> RunAsync(Report report)
    {
        await using var azurite = new Testing.AzuriteServer();
        await azurite.InitializeAsync();
        await LoadWorld.CreateLayoutAsync(azurite.ConnectionString);
        await using var world = new LoadWorld(azurite.ConnectionString, TimeSpan.Zero);
        var planted = new Planted(azurite.ConnectionString, world.Merchant.Id);
        var now = TimeProvider.System.GetUtcNow();
        var noon = new DateTimeOffset(now.Date.AddDays(-1).AddHours(12), TimeSpan.Zero);
        await planted.FinishedAsync(OfInvoice, noon, OfInvoice);
        await planted.FinishedAsync(OfInvoice, noon.AddDays(-100), OfInvoice, InvoiceWithMany);
        await planted.OpenAsync(OfInvoice, noon.AddDays(-60), now.AddDays(1));

        var pages = PagesOf(world, noon);
        var alone = await CountsAsync(world, pages);
        await planted.FinishedAsync(Behind, noon.AddDays(-1), Behind / 40);
        Progress.Say($"{Behind} operations stand behind them");
        var later = await CountsAsync(world, pages);

        var isGood = true;
        foreach (var ((name, app, bare), index) in pages.Select((page, index) => (page, index)))
        {
            var (whole, least, ratio) = await Rounds.CompareAsync(
                PagesRead,
                WarmUps,
                () => TimeAsync(app),
                () => TimeAsync(bare)
            );
            isGood &= report.Add(
                $"lists: {name}, {Behind} operations behind it",
                $"{later[index]} requests, {(double)later[index] / alone[index]:F2} times those without; {whole:F1} ms, bare {least:F1} ms: {ratio:F2} times",
                $"1.00 times the requests, {MostRatio} times the time of the same rows bare",
                later[index] == alone[index] && ratio <= MostRatio
            );
        }

        return isGood;
    }

    private static IReadOnlyList<(string Name, Func<Task> App, Func<Task> Bare)> PagesOf(LoadWorld world, DateTimeOffset noon)
    {
        var bare = new BareList(world);
        var (from, to) = (DateOnly.FromDateTime(noon.UtcDateTime), DateOnly.FromDateTime(noon.UtcDateTime.AddDays(1)));
        return
        [
            ("the newest 100", () => ListAsync(null), () => bare.NewestAsync(noon)),
            ("the newest 100 that succeeded", () => ListAsync(OperationStatus.Succeeded), () => bare.NewestAsync(noon)),
            ("the newest 100 that are accepted", () => ListAsync(OperationStatus.Accepted), bare.OpenAsync),
            (
                $"100 of one invoice with {OfInvoice}",
                () =>
                    CheckedAsync(
                        world
                            .Get<IOperationReader>()
                            .ListByInvoiceAsync(
                                world.Merchant.Id,
                                new InvoiceQuery(InvoiceNo.Parse(InvoiceWithMany)),
                                CancellationToken.None
                            )
                    ),
                () => bare.InvoiceAsync($"{world.Merchant.Id}|{InvoiceWithMany}")
            ),
        ];

        Task ListAsync(OperationStatus? status) =>
            CheckedAsync(
                world
                    .Get<IOperationReader>()
                    .ListAsync(
                        world.Merchant.Id,
                        new OperationQuery(from, to, status, null, null)
                        {
                            OpenFrom = DateOnly.MinValue,
                            OpenTo = DateOnly.MaxValue,
                        },
                        CancellationToken.None
                    )
            );
    }

    private static async Task CheckedAsync(Task<OperationPage> page)
    {
        if (await page is not { Items.Count: OperationQuery.MaxItems, NextCursor: not null })
            throw new InvalidOperationException("The page is not full.");
    }

    private static async Task<IReadOnlyList<int>> CountsAsync(
        LoadWorld world,
        IReadOnlyList<(string Name, Func<Task> App, Func<Task> Bare)> pages
    )
    {
        List<int> counts = [];
        foreach (var page in pages)
        {
            var before = world.Latency.Calls;
            await page.App();
            counts.Add(world.Latency.Calls - before);
        }

        return counts;
    }

    private static async Task<double> TimeAsync(Func<Task> read)
    {
        var began = Stopwatch.GetTimestamp();
        await read();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
