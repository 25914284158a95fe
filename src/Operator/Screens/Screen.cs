using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Operator.Screens;

/// <summary>Where answers are shown (standard output), and where everything else is said (standard error), so that what is piped on is only the answer.</summary>
/// <param name="output">For answers.</param>
/// <param name="notes">For words to the person.</param>
internal sealed class Screen(IAnsiConsole output, IAnsiConsole notes)
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Shows a table.</summary>
    public void Show(Table table) => output.Write(table);

    /// <summary>Shows a line.</summary>
    public void Line(FormattableString text) => output.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    /// <summary>Prints a text as it is, on a line of its own that nothing wraps.</summary>
    public void Plain(string text) => output.Profile.Out.Writer.WriteLine(text);

    /// <summary>Prints JSON as it is.</summary>
    public void Json(JsonNode body) => output.Profile.Out.Writer.WriteLine(body.ToJsonString(Readable));

    /// <summary>Says something that is not the answer.</summary>
    public void Note(string text) => notes.MarkupLineInterpolated($"[grey]{text}[/]");

    /// <summary>Says what is wrong.</summary>
    public void Complain(string text) => notes.MarkupLineInterpolated($"[red]✗[/] {text}");

    /// <summary>Shows a problem: its code, what to do, and what contradicts.</summary>
    public void Refusal(JsonObject problem)
    {
        Complain($"{problem["code"]}: {problem["detail"] ?? problem["title"]}");
        foreach (var (field, texts) in problem["errors"] as JsonObject ?? [])
            Note($"  {field}: {string.Join(' ', texts!.AsArray())}");
        foreach (var entry in problem["contradictions"] as JsonArray ?? [])
            Note(
                $"  {entry!["key"]}: {entry["words"]}{(IsTrue(entry["mayBeOverruled"]) ? " (may be overruled: --despite)" : "")}"
            );
    }

    /// <summary>Awaits something, and says so when it takes longer than two seconds.</summary>
    public async Task<T> WhileAsync<T>(string words, Task<T> task)
    {
        while (await Task.WhenAny(task, Task.Delay(Unnoticed, TimeProvider.System)) != task)
            Note($"{words} ...");
        return await task;
    }

    /// <summary>A member as text; empty for null.</summary>
    public static string Text(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue number when number.GetValueKind() == JsonValueKind.Number => number.ToJsonString(),
            JsonValue flag when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False => IsTrue(flag) ? "yes" : "",
            JsonValue text => text.ToString(),
            JsonObject pairs => string.Join(
                ", ",
                pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={Text(pair.Value)}"))
            ),
            _ => value.ToJsonString(),
        };

    /// <summary>Whether a member is <c>true</c>.</summary>
    public static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;
}
