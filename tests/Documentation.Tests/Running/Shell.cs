using System.Globalization;
using Documentation.Tests.Reading;

namespace Documentation.Tests.Running;

/// <summary>One bash that runs blocks one after the other, word by word, as a reader would who copies them.</summary>
internal static class Shell
{
    private const string Mark = "=== block ";

    /// <param name="blocks">The blocks.</param>
    /// <param name="prepare">Puts this machine's ports into a block's text.</param>
    /// <param name="announced">The status of a refusal that a block announces; empty for none.</param>
    /// <param name="folder">Where the shell stands.</param>
    /// <param name="environment">Its variables.</param>
    /// <returns>What each block printed.</returns>
    /// <exception cref="ShouldAssertException">A command failed; the message has the block and what was printed.</exception>
    public static async Task<IReadOnlyDictionary<CodeBlock, string>> RunAsync(
        IReadOnlyList<CodeBlock> blocks,
        Func<string, string> prepare,
        Func<CodeBlock, string> announced,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var scripts = Directory.CreateTempSubdirectory("blocks-").FullName;
        var driver = new List<string> { $"source '{Path.Combine(AppContext.BaseDirectory, "Running", "prelude.sh")}'" };
        foreach (var (index, block) in blocks.Index())
        {
            var script = Path.Combine(scripts, string.Create(CultureInfo.InvariantCulture, $"{index}.sh"));
            await File.WriteAllTextAsync(script, prepare(block.Text) + "\n");
            driver.Add($"echo '{Mark}{index}'; ANNOUNCED='{announced(block)}'; source '{script}'");
        }

        var run = await Execution.RunAsync("bash", ["-c", string.Join('\n', driver)], folder, environment);
        Directory.Delete(scripts, recursive: true);
        var printed = Split(run.Lines);
        run.ExitCode.ShouldBe(0, printed.Count == 0 ? run.Output : $"{blocks[printed.Count - 1]}\n{printed[^1]}");
        return blocks.Zip(printed).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <returns>What bash says against a text; empty when it can read it.</returns>
    public static async Task<string> ComplaintAsync(string text)
    {
        var run = await Execution.RunAsync("bash", ["-n", "-c", text], Path.GetTempPath());
        return run.ExitCode == 0 ? "" : run.Output;
    }

    private static List<string> Split(IReadOnlyList<string> lines)
    {
        var printed = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                printed.Add("");
            else if (printed.Count > 0)
                printed[^1] += line + "\n";
        }

        return printed;
    }
}
