using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Tests.Support;

/// <summary>Lets a world's time pass, and its operations run when they are due.</summary>
internal static class Running
{
    /// <summary>Lets time pass until it is done.</summary>
    public static async Task<T> AsTimePassesAsync<T>(this World world, Task<T> done, TimeSpan? step = null)
    {
        while (await Task.WhenAny(done, Task.Delay(10, TestContext.Current.CancellationToken)) != done)
            world.Time.Advance(step ?? TimeSpan.FromSeconds(1));
        return await done;
    }

    /// <summary>The same for an accept, whose pauses are short: on a busy machine its deadline must not pass with them.</summary>
    public static Task<T> AsMomentsPassAsync<T>(this World world, Task<T> accepting) =>
        world.AsTimePassesAsync(accepting, TimeSpan.FromMilliseconds(20));

    public static Task RunAsync(
        this World world,
        OperationId id,
        string invoiceNo = "INV-1",
        CancellationToken stopping = default
    ) => world.Get<IOperationRunner>().RunAsync(world.Pointer(id, invoiceNo), "test queue", stopping);

    /// <summary>Waits until the operation is due, and until no claim can be live, and runs it.</summary>
    public static async Task<OperationRow> RunWhenDueAsync(this World world, OperationId id, string invoiceNo = "INV-1")
    {
        var row = await world.RowAsync(id, invoiceNo);
        world.MoveTo(row.NextActionAt);
        if (row.ClaimToken is not null)
            world.MoveTo(row.ClaimUntil!.Value + world.Times.Skew);
        await world.RunAsync(id, invoiceNo);
        return await world.RowAsync(id, invoiceNo);
    }

    /// <summary>Runs the operation until it has ended and the watch after its end has passed: nothing is waited for any more.</summary>
    public static async Task<OperationRow> WatchedAsync(this World world, OperationId id, string invoiceNo = "INV-1")
    {
        await world.RunWhenDueAsync(id, invoiceNo);
        var row = await world.RunWhenDueAsync(id, invoiceNo);
        row.WatchedAt.ShouldNotBeNull();
        return row;
    }

    /// <summary>Sweeps, and runs the operation if that made a pointer to it.</summary>
    public static async Task SweepAndRunAsync(this World world, OperationId id, string invoiceNo = "INV-1")
    {
        var before = world.Pointers.Count;
        await world.Get<ISweep>().RunAsync(CancellationToken.None);
        if (world.Pointers.Skip(before).Any(pointer => pointer.Message.OperationId == id.ToString()))
            await world.RunAsync(id, invoiceNo);
    }

    /// <summary>Runs the operation each time that it is due, for so long.</summary>
    public static async Task<OperationRow> RunForAsync(
        this World world,
        OperationId id,
        TimeSpan span,
        string invoiceNo = "INV-1"
    )
    {
        var end = world.Time.GetUtcNow() + span;
        var row = await world.RowAsync(id, invoiceNo);
        while (!row.IsFinal && row.NextActionAt <= end)
            row = await world.RunWhenDueAsync(id, invoiceNo);
        world.MoveTo(end);
        return row;
    }

    public static void MoveTo(this World world, DateTimeOffset moment)
    {
        if (moment > world.Time.GetUtcNow())
            world.Time.SetUtcNow(moment);
    }
}
