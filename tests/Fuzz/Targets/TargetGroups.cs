using Fuzz.Parties;

namespace Fuzz.Targets;

/// <summary>Everything that reads foreign bytes, in the four groups whose executions are counted.</summary>
internal static class TargetGroups
{
    public static readonly IReadOnlyList<string> Names = ["callbacks", "answers", "messages", "requests"];

    /// <summary>How often each target of a group is executed, so that all of them together are executed so often.</summary>
    public static int Share(int executions, IReadOnlyList<IFuzzTarget> targets) =>
        (executions + targets.Count - 1) / targets.Count;

    public static IReadOnlyList<IFuzzTarget> Of(string group, ClientUnderTest client) =>
        group switch
        {
            "callbacks" => [.. CallbackTarget.All(client)],
            "answers" => [.. AnswerTarget.All(client)],
            "messages" => [new MessageTarget()],
            "requests" => [.. Requests.All(client)],
            _ => throw new ArgumentException($"There is no group {group}: {string.Join(", ", Names)}.", nameof(group)),
        };
}
