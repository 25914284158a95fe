using System.Text.RegularExpressions;
using Documentation.Tests.Reading;

namespace Documentation.Tests.Blocks;

/// <summary>
/// The one place that says what is done with each block. A shell's block that nothing here means is run. What is listed as not run has its reason; an entry that means no block any more fails a test, and so does a block
/// that is neither run nor listed.
/// </summary>
internal static partial class Treatments
{
    public static IReadOnlyList<Treatment> All { get; } =
    [
        // Not run.
        Whole(
            "README.md",
            "dotnet run --project src/Sandbox",
            "it serves without end: .ci/run runs it as demo, Sandbox.Tests with serve"
        ),
        Whole("README.md", "dotnet test", "it is what runs this: .ci/run runs it in a fresh clone"),
        Language("README.md", "mermaid", Way.NotRun, "a drawing"),
        Language(
            "docs/runbook.md",
            "kusto",
            Way.NotRun,
            "questions to Log Analytics: tests/Infra.Tests hold them against what the code emits"
        ),
        With("docs/reliability.md", "tests/Fuzz", Way.NotRun, "takes long: tests/Fuzz.Tests run the short form"),
        With("docs/reliability.md", "tests/Exploration", Way.NotRun, "takes long: tests/Exploration.Tests run the short form"),
        With("docs/reliability.md", "dotnet stryker", Way.NotRun, "takes a quarter of an hour, and needs the machine alone"),
        With("docs/reliability.md", "tests/Benchmarks", Way.NotRun, "measures: it needs the machine alone"),
        With(
            "docs/reliability.md",
            "RECONCILED_OPERATIONS",
            Way.NotRun,
            "ScaleTests of PaymentOperations.Tests run with 3,000 in dotnet test"
        ),
        new("what calls az, azd, gh or func", Way.NotRun, "needs a subscription, or tools that are not here", NeedsTheCloud),
        // Run in another way than by a shell.
        With("docs/reconciliation.md", "GET  /api/merchants", Way.Calls, "in the contract"),
        Language("docs/runbook.md", "http", Way.Calls, "in the contract"),
        With("docs/webhooks.md", "\"type\": \"operation.succeeded\"", Way.Told, "events/operation.succeeded"),
        With("docs/webhooks.md", "\"from\"", Way.Sent, "events/redelivery"),
        Language("docs/deploy.md", "json", Way.Json, "a secret's value"),
        Language("README.md", "csharp", Way.Program, "it ends with the refund's end"),
        Language("src/Functions.DevelopmentHost/README.md", "csharp", Way.Compiled, "a test class of an app that is not here"),
        new("what a block prints", Way.Output, "as it is printed here", block => block.Language == "text"),
        new("everything else for a shell", Way.Session, "it succeeds", block => block.IsShell),
    ];

    /// <returns>What is done with a block; null when nothing means it.</returns>
    public static Treatment? Of(CodeBlock block) => All.FirstOrDefault(treatment => treatment.Fits(block));

    /// <summary>The blocks that are treated in one way.</summary>
    public static IEnumerable<CodeBlock> BlocksOf(Way way) => Documents.Blocks.Where(block => Of(block)?.Way == way);

    private static Treatment Whole(string file, string text, string reason) =>
        new($"{file}: {text}", Way.NotRun, reason, block => block.File == file && block.Text.Trim() == text);

    private static Treatment With(string file, string part, Way way, string reason) =>
        new($"{file}: {part}", way, reason, block => block.File == file && block.Text.Contains(part, StringComparison.Ordinal));

    private static Treatment Language(string file, string language, Way way, string reason) =>
        new($"{file}: {language}", way, reason, block => block.File == file && block.Language == language);

    private static bool NeedsTheCloud(CodeBlock block) => block.IsShell && CloudCommand().IsMatch(block.Text);

    [GeneratedRegex(
        @"(^|[|;&(]|\bdo)\s*(az|azd|gh|func)\s|infra/scripts/|src/Operator -- (doctor|new-key|ledger|keys)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CloudCommand();
}
