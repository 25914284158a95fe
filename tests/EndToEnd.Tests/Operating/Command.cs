using EndToEnd.Tests.Security.Leaks;
using EndToEnd.Tests.Worlds;
using Operator;

namespace EndToEnd.Tests.Operating;

/// <summary>One run of the operator's program.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it printed as its answer.</param>
/// <param name="Notes">What it said besides.</param>
internal sealed record Command(int ExitCode, string Output, string Notes)
{
    public static async Task<Command> RunAsync(World world, WorldMerchant merchant, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GATEWAY_URL"] = new Uri(world.Sandbox.App.Address, "api").ToString(),
            ["GATEWAY_MERCHANT"] = merchant.Id,
            ["GATEWAY_API_KEY"] = merchant.ApiKey,
        };
        var (output, notes) = (new StringWriter(), new StringWriter());
        var exitCode = await OperatorProgram.RunAsync(arguments, output, notes, name => environment.GetValueOrDefault(name));
        Recorded.Add($"output of {string.Join(' ', arguments)}", $"{output}\n{notes}");
        return new(exitCode, output.ToString(), notes.ToString());
    }
}
