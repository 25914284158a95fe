using System.Text.RegularExpressions;

namespace Functions.LocalRuntime.Tests.Signatures;

/// <summary>Reads official-api.md.</summary>
internal static partial class OfficialList
{
    public static string Text => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Signatures", "official-api.md"));

    public static Dictionary<string, OfficialType> Parse(string text)
    {
        var types = new Dictionary<string, OfficialType>();
        HashSet<string> members = [];
        foreach (var line in text.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                var name = heading.Groups["name"].Value;
                var bases = Quoted()
                    .Matches(heading.Groups["bases"].Value)
                    .Select(each => WithoutNamespaces(each.Groups["text"].Value));
                members = [];
                types.Add(name, new OfficialType(name, heading.Groups["kind"].Value, bases.ToHashSet(), members));
            }
            else if (
                line.StartsWith("- ", StringComparison.Ordinal) && !line.StartsWith("- attribute:", StringComparison.Ordinal)
            )
            {
                members.Add(line[2..].Replace("`", "").Trim());
            }
        }

        return types;
    }

    private static string WithoutNamespaces(string name) => Namespaces().Replace(name, "");

    [GeneratedRegex("^### (?<kind>[a-z ]+) `(?<name>[^`]+)`(?<bases>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(\w+\.)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespaces();
}
