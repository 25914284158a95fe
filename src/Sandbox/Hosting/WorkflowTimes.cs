namespace Sandbox.Hosting;

/// <summary>
/// The workflow's times for somebody who watches: seconds instead of minutes, in the same order as in Azure, and with room for a
/// slow machine. What is not here is as in Azure.
/// </summary>
internal static class WorkflowTimes
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The claim outlives the one who may be sending: 1.5 + 3 + 1.5 seconds.
            ["OperationTimes__Claim"] = "00:00:07",
            ["OperationTimes__SendWindow"] = "00:00:01.500",
            ["OperationTimes__PostDeadline"] = "00:00:03",
            ["OperationTimes__VoidPostDeadline"] = "00:00:03",
            ["OperationTimes__CommitMargin"] = "00:00:01.500",
            ["OperationTimes__ReadDeadline"] = "00:00:03",
            // One machine has one clock.
            ["OperationTimes__Skew"] = "00:00:00.500",
            ["OperationTimes__FirstMessageDelay"] = "00:00:00.200",
            ["OperationTimes__VoidMessageDelay"] = "00:00:08",
            ["OperationTimes__FirstCheck"] = "00:00:09",
            ["OperationTimes__PutOff"] = "00:00:01",
            ["OperationTimes__FirstWait"] = "00:00:04",
            ["OperationTimes__SecondWait"] = "00:00:06",
            ["OperationTimes__ThirdWait"] = "00:00:10",
            ["OperationTimes__LaterWait"] = "00:00:15",
            ["OperationTimes__LongestWait"] = "00:01:00",
            ["OperationTimes__AbsentApart"] = "00:00:05",
            // Longer than a merchant's DoneWithin here, so that a lost refund is sent again before a person is asked.
            ["OperationTimes__Patience"] = "00:02:00",
            ["OperationTimes__SweepPause"] = "00:00:09",
            ["OperationTimes__SweepMargin"] = "00:00:04",
            ["OperationTimes__AbandonAfter"] = "00:01:00",
            ["EventTimes__FirstWait"] = "00:00:01",
            ["EventTimes__LongestWait"] = "00:00:30",
            ["EventTimes__Lease"] = "00:00:07",
            ["EventTimes__PutOff"] = "00:00:01",
            ["EventTimes__FirstCheck"] = "00:00:09",
            ["EventTimes__AnnounceWithin"] = "00:00:02",
            ["EventTimes__ListedAfter"] = "00:00:03",
        };
}
