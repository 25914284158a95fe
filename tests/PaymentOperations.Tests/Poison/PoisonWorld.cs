using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using PaymentOperations.Operations;
using PaymentOperations.Tests.Support;

namespace PaymentOperations.Tests.Poison;

/// <summary>Poison queues as the Functions host fills them.</summary>
internal static class PoisonWorld
{
    public const string Refunds = "refunds-poison";

    public static Task PoisonAsync(this World world, object pointer, string queue = Refunds) =>
        world.PoisonTextAsync(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(pointer, JsonSerializerOptions.Web))),
            queue
        );

    /// <summary>As it stands there, decoded by nobody.</summary>
    public static Task PoisonTextAsync(this World world, string text, string queue = Refunds) =>
        Queue(world, queue).SendMessageAsync(text);

    public static Task CollectAsync(this World world) => world.Get<IPoisonCollector>().RunAsync(CancellationToken.None);

    /// <summary>A message that was received and not dealt with is still there, hidden.</summary>
    public static async Task<int> LeftAsync(this World world, string queue = Refunds) =>
        (await Queue(world, queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public static async Task<IReadOnlyList<TableEntity>> QuarantineAsync(this World world) =>
        await world.Tables.Quarantine.QueryAsync<TableEntity>().ToListAsync();

    private static QueueClient Queue(World world, string name) => new(world.Connection, name);
}
