using System.Text.Json.Nodes;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Faults;

/// <summary>A way in which the gateway goes wrong, as the simulator calls it.</summary>
/// <param name="Kind">The simulator's name of it.</param>
/// <param name="ProcessType">The calls that it meets; null: all.</param>
/// <param name="Times">How many calls it meets; -1: until it is cleared.</param>
internal sealed record GatewayFault(string Kind, string? ProcessType = "R", int Times = 1)
{
    public const int UntilCleared = -1;

    /// <summary>For faults that wait or lag.</summary>
    public double Seconds { get; init; }

    /// <summary>For refusals: 2C2P's code.</summary>
    public string? RespCode { get; init; }

    public Task OrderAsync(World world, WorldMerchant merchant, string invoiceNo) =>
        world.Gateway.FaultAsync(
            merchant,
            invoiceNo,
            Kind,
            ProcessType,
            Times,
            new JsonObject { ["seconds"] = Seconds, ["respCode"] = RespCode }
        );
}
