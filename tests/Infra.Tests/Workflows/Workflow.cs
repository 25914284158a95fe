using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Workflows;

/// <summary>A file in .github/workflows, as lines: enough for what these tests ask, since actionlint reads the YAML.</summary>
internal sealed partial record Workflow(string Path)
{
    public static IReadOnlyList<Workflow> All { get; } =
    [.. Repository.Files(".github/workflows", "*.yml").Select(path => new Workflow(path))];

    public IReadOnlyList<string> Lines { get; } = Repository.Read(Path).Split('\n');

    /// <summary>What follows <c>uses:</c>, comment included.</summary>
    public IReadOnlyList<string> Uses =>
        [
            .. Lines
                .Select(line => UsesLine().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["what"].Value),
        ];

    /// <summary>The text of every <c>run:</c>.</summary>
    public IReadOnlyList<string> Scripts
    {
        get
        {
            List<string> scripts = [];
            for (var index = 0; index < Lines.Count; index++)
            {
                if (RunLine().Match(Lines[index]) is not { Success: true } run)
                    continue;
                var depth = Indentation(Lines[index].Replace("- ", "  ", StringComparison.Ordinal));
                var block = Lines.Skip(index + 1).TakeWhile(line => line.Length == 0 || Indentation(line) > depth);
                scripts.Add(string.Join('\n', [run.Groups["script"].Value, .. block]));
            }

            return scripts;
        }
    }

    /// <summary>Names of the jobs.</summary>
    public IReadOnlyList<string> Jobs =>
        [
            .. Body("jobs:")
                .Select(line => JobLine().Match(line))
                .Where(job => job.Success)
                .Select(job => job.Groups["name"].Value),
        ];

    /// <summary>The lines of one job.</summary>
    public IReadOnlyList<string> Job(string name) =>
        [
            .. Body("jobs:")
                .SkipWhile(line => line != $"  {name}:")
                .Skip(1)
                .TakeWhile(line => line.Length == 0 || Indentation(line) > 2),
        ];

    /// <summary>The lines below a line of the top level.</summary>
    public IEnumerable<string> Body(string heading) =>
        Lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.Length == 0 || line[0] is ' ' or '#');

    public override string ToString() => Path;

    private static int Indentation(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"^\s*(- )?uses: (?<what>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"^\s*(- )?run: (?<script>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RunLine();

    [GeneratedRegex("^  (?<name>[a-z-]+):$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JobLine();
}
