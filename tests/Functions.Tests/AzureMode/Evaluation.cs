using System.Diagnostics;
using System.Text.Json;
using Functions.Tests.Support;

namespace Functions.Tests.AzureMode;

/// <summary>What MSBuild makes of src/Functions in one of its two modes, without a restore.</summary>
internal sealed class Evaluation
{
    private readonly JsonElement result;

    private Evaluation(JsonElement result) => this.result = result;

    public static Evaluation Azure { get; } = Run("Azure");

    public static Evaluation Local { get; } = Run("Local");

    public string Property(string name) => result.GetProperty("Properties").GetProperty(name).GetString()!;

    public IReadOnlyList<string> Items(string kind) =>
        [
            .. result
                .GetProperty("Items")
                .GetProperty(kind)
                .EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];

    /// <summary>Id and version of every package, the version being the central one.</summary>
    public IReadOnlyDictionary<string, string> Packages
    {
        get
        {
            var central = result
                .GetProperty("Items")
                .GetProperty("PackageVersion")
                .EnumerateArray()
                .ToDictionary(
                    item => item.GetProperty("Identity").GetString()!,
                    item => item.GetProperty("Version").GetString()!
                );
            return Items("PackageReference").ToDictionary(id => id, id => central[id]);
        }
    }

    private static Evaluation Run(string runtime)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "msbuild",
                Path.Combine(Repository.Root, "src", "Functions", "Functions.csproj"),
                $"-p:FunctionsRuntime={runtime}",
                "-getItem:PackageReference,PackageVersion,ProjectReference,FrameworkReference",
                "-getProperty:AzureFunctionsVersion,RuntimeIdentifiers,ArtifactsPath,NuGetLockFilePath,OutputType,TargetFramework",
            },
        };
        // These would make the child use parts of the build that runs this test.
        foreach (
            var name in start
                .Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{output}{errors.Result}");
        using var json = JsonDocument.Parse(output);
        return new Evaluation(json.RootElement.Clone());
    }
}
