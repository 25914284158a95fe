using System.Globalization;

namespace Documentation.Tests.Samples;

/// <summary>A language of docs/samples, and how its programs are started, as docs/samples/README.md says.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Needs">The programs that have to be there.</param>
/// <param name="Starts">What stands before a file.</param>
/// <param name="Extension">What its files end with.</param>
internal sealed record SampleLanguage(string Name, string[] Needs, string[] Starts, string Extension)
{
    // A build server says what it has installed; at a desk these three are there anyway, or nothing here would run.
    private const string Required = "curl,csharp,node";

    public static IReadOnlyList<SampleLanguage> All { get; } =
    [
        new("curl", ["bash", "curl", "openssl"], ["bash"], ".sh"),
        new("csharp", ["dotnet"], ["dotnet", "run"], ".cs"),
        new("node", ["node"], ["node"], ".mjs"),
        new("python", ["python3"], ["python3"], ".py"),
        new("php", ["php"], ["php"], ".php"),
    ];

    /// <summary>Those whose programs are there.</summary>
    public static IReadOnlyList<SampleLanguage> Present { get; } = [.. All.Where(language => language.Needs.All(IsThere))];

    /// <summary>Those that must be there: <c>SAMPLES_REQUIRED</c>, or the three without which the rest of the tests does not run either.</summary>
    public static IReadOnlyList<string> Demanded { get; } =
        (Environment.GetEnvironmentVariable("SAMPLES_REQUIRED") ?? Required).Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    public static SampleLanguage Of(string name) => All.Single(language => language.Name == name);

    /// <summary>The command line of one of its programs: <c>refund</c>, <c>list</c> or <c>webhook</c>.</summary>
    public string[] Command(string program, params string[] arguments) => [.. Starts, FileOf(program), .. arguments];

    /// <summary>The command line that receives webhooks on a port; null where the language has no server.</summary>
    public string[]? Receiver(int port) =>
        Name switch
        {
            "curl" => null,
            "php" => ["php", "-S", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), FileOf("webhook")],
            _ => Command("webhook"),
        };

    public string FileOf(string program) => $"docs/samples/{Name}/{program}{Extension}";

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}
