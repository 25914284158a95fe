using System.Text;
using Sandbox.Files;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>The logs of a sandbox's programs, line by line: the app's and the simulator's, of all the processes that each had.</summary>
internal static class LoggedContent
{
    public static IEnumerable<Content> Read(RunFolder run)
    {
        var logs = Path.GetDirectoryName(run.Log("any"))!;
        foreach (var log in Directory.EnumerateFiles(logs))
        {
            foreach (var content in Lines(log))
                yield return content;
        }
    }

    private static IEnumerable<Content> Lines(string path)
    {
        // It is still open in this process.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            yield return new($"{Path.GetFileName(path)}, line {number}", Encoding.UTF8.GetBytes(line));
    }
}
