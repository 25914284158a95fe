using LocalFunctions.Hosting;

namespace LocalFunctions.Queues;

/// <summary>host.json's <c>extensions.queues</c>, with the host's defaults.</summary>
internal sealed record QueueOptions(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    bool Base64
)
{
    private const int LargestBatch = 32;

    /// <summary>How long a message is hidden while its function runs; renewed at half-time.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    public static QueueOptions From(HostJson hostJson)
    {
        var batchSize = Math.Clamp(hostJson.QueueNumber("batchSize", 16), 1, LargestBatch);
        return new QueueOptions(
            batchSize,
            hostJson.QueueNumber("newBatchThreshold", batchSize / 2),
            hostJson.QueueNumber("maxDequeueCount", 5),
            hostJson.QueueTime("visibilityTimeout", TimeSpan.Zero),
            hostJson.QueueTime("maxPollingInterval", TimeSpan.FromMinutes(1)),
            !string.Equals(hostJson.QueueText("messageEncoding"), "none", StringComparison.OrdinalIgnoreCase)
        );
    }
}
