using System.Globalization;
using Spectre.Console;

namespace Sandbox.Demonstration;

/// <summary>Writes what happens, and counts what was not as it must be.</summary>
internal sealed class Timeline(IAnsiConsole console, TimeProvider time)
{
    private const int MarginWidth = 18;
    private const int ArrowWidth = 2;

    private readonly long _began = time.GetTimestamp();
    private int _step;

    /// <summary>How many checks were not true.</summary>
    public int Failures { get; private set; }

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>Begins a step.</summary>
    public void Title(string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{++_step, 2}  {title}[/]");
    }

    /// <summary>A request that somebody sends.</summary>
    public void Request(string who, string request) => Line(who, "→", request);

    /// <summary>Something that somebody does.</summary>
    public void Act(string who, string what) => Line(who, "", what);

    /// <summary>The answer to what was just done.</summary>
    public void Answer(string text) => Columns($"{"", MarginWidth}[blue]←[/]", $"{text}");

    /// <summary>More about what was just done.</summary>
    public void Detail(string text) => Columns($"", $"[grey]{text}[/]");

    /// <summary>Says whether something is as it must be.</summary>
    public void Check(string what, string expected, string seen)
    {
        if (string.Equals(expected, seen, StringComparison.Ordinal))
            console.MarkupLineInterpolated($"      [green]✓[/] {what}: [green]{seen}[/]");
        else
            Fail(what, expected, seen);
    }

    /// <summary>Says that something is not as it must be.</summary>
    public void Fail(string what, string expected, string seen)
    {
        Failures++;
        var shown = seen.Length == 0 ? "nothing" : seen;
        console.MarkupLineInterpolated($"      [red]✗ {what}: expected {expected}, seen {shown}[/]");
    }

    /// <summary>Writes a table.</summary>
    public void Write(Table table) => console.Write(table);

    /// <summary>The last words.</summary>
    public void End()
    {
        console.WriteLine();
        var seconds = Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var steps = _step.ToString(CultureInfo.InvariantCulture);
        var failures = Failures.ToString(CultureInfo.InvariantCulture);
        if (Failures == 0)
            console.MarkupLineInterpolated($"[bold green]✓ All {steps} steps were true, in {seconds} s.[/]");
        else
            console.MarkupLineInterpolated($"[bold red]✗ {failures} checks were not true; look for ✗ above.[/]");
        console.WriteLine();
    }

    private void Line(string who, string arrow, string text) =>
        Columns($"[grey]{Elapsed.TotalSeconds, 6:0.0}s[/] [blue]{who, -9} {arrow}[/]", $"{text}");

    // Two columns: where a terminal is too narrow, the text goes on below itself.
    private void Columns(FormattableString margin, FormattableString text) =>
        console.Write(
            new Grid()
                .AddColumn(new GridColumn().Width(MarginWidth + ArrowWidth).NoWrap().Padding(0, 0, 0, 0))
                .AddColumn(new GridColumn().Padding(0, 0, 0, 0))
                .AddRow(
                    Markup.FromInterpolated(CultureInfo.InvariantCulture, margin),
                    Markup.FromInterpolated(CultureInfo.InvariantCulture, text)
                )
        );
}
