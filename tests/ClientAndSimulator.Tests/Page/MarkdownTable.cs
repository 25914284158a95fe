using System.Text;

namespace ClientAndSimulator.Tests.Page;

/// <summary>A table of docs/protocol.md.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder text = new();

    public MarkdownTable(params string[] columns) => Row(columns).Row([.. columns.Select(_ => "---")]);

    public MarkdownTable Row(params string[] cells)
    {
        text.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
        return this;
    }

    public override string ToString() => text.ToString();
}
