using System.Diagnostics;
using Exploration;

var options = Options.Of(args);
if (options is null)
{
    Console.WriteLine(Options.Help);
    return 2;
}

var clock = Stopwatch.StartNew();
var scenarios = Scenarios
    .All.Where(scenario => scenario.Name.Contains(options.Scenario, StringComparison.OrdinalIgnoreCase))
    .ToList();
var findings = ExplorationOfAll.Run(
    scenarios,
    options.States,
    options.Faults,
    options.Threads,
    found =>
        Console.WriteLine(
            $"{clock.Elapsed:mm\\:ss}  {found.States, 9:N0} states, {found.Depth, 3} steps, all with {found.Faults} faults{(found.IsWhole ? " (whole)" : "")}: {found.Scenario}"
        )
);

foreach (
    var violation in findings
        .SelectMany(static found => found.Violations)
        .OrderBy(static found => found.Faults)
        .ThenBy(static found => found.Path.Count)
)
    Console.WriteLine($"{Environment.NewLine}{violation}");

Console.WriteLine(
    $"{Environment.NewLine}{findings.Sum(static found => (long)found.States):N0} states in {clock.Elapsed:mm\\:ss}, {findings.Sum(static found => found.Violations.Count)} violations"
);
return findings.All(static found => found.Violations.Count == 0) ? 0 : 1;
