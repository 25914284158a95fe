using ClientAndSimulator.Tests.Running;

namespace ClientAndSimulator.Tests.Verbs;

/// <summary>One verb of one API, for what is the same for all of them.</summary>
/// <param name="Name">API and verb, such as <c>Cards Add</c>.</param>
/// <param name="PrepareAsync">Puts there what a call needs.</param>
/// <param name="SendAsync">A call that the gateway carries out when nothing is in its way.</param>
internal sealed record Verb(string Name, Func<Meeting, Task> PrepareAsync, Func<Meeting, Task<Ending>> SendAsync)
{
    /// <summary>Every verb of every API.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [.. PaymentVerbs.All, .. CardVerbs.All, .. PlanVerbs.All, .. OptionVerbs.All, .. LinkVerbs.All];

    public static Verb Find(string name) => All.Single(verb => verb.Name == name);

    public async Task<Ending> CallAsync(Meeting meeting)
    {
        await PrepareAsync(meeting);
        return await SendAsync(meeting);
    }
}
