using System.Globalization;

namespace Sandbox.Demonstration.Steps;

/// <summary>How this merchant's messages came to the gateway: all in signed tokens.</summary>
internal sealed class OnlyTokens : IStep
{
    // I, S, V, R, RS; A, I, U, D; I, U, C; and the one of instalment options.
    private const int Verbs = 13;

    public string Title => "Every message of this merchant was a signed token, and every verb was among them";

    public async Task PlayAsync(Stage stage)
    {
        var calls = await stage.Gateway.CallsAsync();

        stage.Timeline.Check("envelopes", "Jose", Distinct(calls, call => call["envelope"]));
        stage.Timeline.Check(
            "verbs of the four APIs",
            Verbs.ToString(CultureInfo.InvariantCulture),
            calls.Select(call => $"{call["api"]} {call["processType"]}").Distinct().Count().ToString(CultureInfo.InvariantCulture)
        );
    }

    private static string Distinct(IEnumerable<Answer> calls, Func<Answer, string> value) =>
        string.Join(", ", calls.Select(value).Distinct());
}
