using System.Text.Json.Nodes;
using Spectre.Console;

namespace Operator.Screens;

/// <summary>Makes tables of JSON objects.</summary>
internal static class Tables
{
    /// <summary>One row per object; columns are named by <c>title</c> and read by a path such as <c>gateway.status</c>.</summary>
    public static Table Of(IEnumerable<JsonNode> items, params IReadOnlyList<(string Title, string Path)> columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (title, _) in columns)
            table.AddColumn(new TableColumn(new Text(title)).NoWrap());
        foreach (var item in items)
            table.AddRow(columns.Select(column => new Text(Screen.Text(Find(item, column.Path)))).ToArray());
        return table;
    }

    /// <summary>One object, a row per member.</summary>
    public static Table OfOne(JsonNode item, params IReadOnlyList<(string Title, string Path)> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
        foreach (var (title, path) in rows)
        {
            if (Screen.Text(Find(item, path)) is { Length: > 0 } text)
                table.AddRow(new Text(title), new Text(text));
        }

        return table;
    }

    private static JsonNode? Find(JsonNode item, string path) =>
        path.Split('.').Aggregate((JsonNode?)item, (node, name) => node is JsonObject members ? members[name] : null);
}
