namespace EndToEnd.Tests.Crashes;

/// <summary>Times still shorter than the other tests': each kill has to wait until the dead process's claim has run out.</summary>
internal static class CrashTimes
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OperationTimes__Claim"] = "00:00:02.400",
            ["OperationTimes__Skew"] = "00:00:00.200",
            ["OperationTimes__SendWindow"] = "00:00:00.800",
            ["OperationTimes__PostDeadline"] = "00:00:01.100",
            ["OperationTimes__VoidPostDeadline"] = "00:00:01.100",
            ["OperationTimes__CommitMargin"] = "00:00:00.400",
            ["OperationTimes__ReadDeadline"] = "00:00:03",
            ["OperationTimes__AcceptInquiryDeadline"] = "00:00:02",
            // Queues count whole seconds: less would be none, and a message that overtakes its accept makes other requests.
            ["OperationTimes__FirstMessageDelay"] = "00:00:01",
            ["OperationTimes__VoidMessageDelay"] = "00:00:04",
            // Late enough that the sweep does not look while the first process still runs, early enough to wait for it.
            ["OperationTimes__FirstCheck"] = "00:00:03",
            ["OperationTimes__PutOff"] = "00:00:00.400",
            ["OperationTimes__FirstWait"] = "00:00:00.300",
            ["OperationTimes__SecondWait"] = "00:00:00.300",
            ["OperationTimes__ThirdWait"] = "00:00:00.500",
            ["OperationTimes__LaterWait"] = "00:00:00.500",
            ["OperationTimes__LongestWait"] = "00:00:01",
            ["OperationTimes__AbsentApart"] = "00:00:00.200",
            // Long enough for absence to be certain first, on the slowest machine: after it a person decides, and nothing is sent any more.
            ["OperationTimes__Patience"] = "00:00:40",
            ["OperationTimes__SweepPause"] = "00:00:02",
            ["OperationTimes__SweepMargin"] = "00:00:00.500",
            ["OperationTimes__AbandonAfter"] = "00:10:00",
            ["SweepSchedule"] = "*/2 * * * * *",
            // A process that is killed after seconds does not earn back what better machine code costs.
            ["DOTNET_TC_CallCounting"] = "0",
            ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
        };
}
