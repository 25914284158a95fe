namespace ClientAndSimulator.Tests.Page;

/// <summary>Links from docs/protocol.md to the tests.</summary>
internal static class Links
{
    public const string EveryVerb = "tests/ClientAndSimulator.Tests/Calls/EveryVerbTests.cs";
    public const string ResponseRows = "tests/ClientAndSimulator.Tests/Rows/ResponseRowTests.cs";

    public static string To(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../{file})";

    public static string ToAll(params string[] files) => string.Join(", ", files.Select(To));
}
