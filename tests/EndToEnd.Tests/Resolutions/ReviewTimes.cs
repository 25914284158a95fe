namespace EndToEnd.Tests.Resolutions;

/// <summary>The order of times of Azure, in which a day and a week are seconds: a person is called within half a minute, whatever for.</summary>
internal static class ReviewTimes
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OperationTimes__Claim"] = "00:00:06",
            ["OperationTimes__Skew"] = "00:00:00.300",
            ["OperationTimes__SendWindow"] = "00:00:01.500",
            ["OperationTimes__PostDeadline"] = "00:00:03",
            ["OperationTimes__VoidPostDeadline"] = "00:00:03",
            ["OperationTimes__CommitMargin"] = "00:00:01",
            ["OperationTimes__ReadDeadline"] = "00:00:03",
            ["OperationTimes__AcceptDeadline"] = "00:01:00",
            ["OperationTimes__AcceptInquiryDeadline"] = "00:00:02",
            ["OperationTimes__FirstMessageDelay"] = "00:00:00.100",
            ["OperationTimes__VoidMessageDelay"] = "00:00:06",
            ["OperationTimes__FirstCheck"] = "00:00:03",
            ["OperationTimes__PutOff"] = "00:00:00.500",
            ["OperationTimes__FirstWait"] = "00:00:00.500",
            ["OperationTimes__SecondWait"] = "00:00:00.500",
            ["OperationTimes__ThirdWait"] = "00:00:01",
            ["OperationTimes__LaterWait"] = "00:00:02",
            ["OperationTimes__LongestWait"] = "00:00:04",
            ["OperationTimes__GatewayBreak"] = "00:00:00.500",
            ["OperationTimes__AbsentApart"] = "00:00:00.500",
            // Longer than a claim: what a person says then does not come while a request may still be under way.
            ["OperationTimes__Patience"] = "00:00:07.500",
            // Far from the others: on a busy machine, which of two ends first must not be a matter of a second.
            ["OperationTimes__AcceptedPatience"] = "00:00:20",
            ["OperationTimes__DisagreementPatience"] = "00:00:02",
            ["OperationTimes__PendingPatience"] = "00:00:20",
            ["OperationTimes__WatchAfterEnd"] = "00:00:03",
            ["OperationTimes__SweepPause"] = "00:00:02",
            ["OperationTimes__SweepMargin"] = "00:00:00.500",
            ["OperationTimes__AbandonAfter"] = "00:10:00",
            ["SweepSchedule"] = "*/2 * * * * *",
        };
}
