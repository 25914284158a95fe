using Clients.Tests.Support;

namespace Clients.Tests.Linting;

/// <summary>The contract has no finding of either linter, and both can find something.</summary>
public sealed class LinterTests
{
    [Fact]
    public async Task spectral_finds_nothing()
    {
        var (exitCode, output, errors) = await SpectralAsync(BuildSetting.Contract);

        exitCode.ShouldBe(0, output + errors);
    }

    [Fact]
    public async Task redocly_finds_nothing()
    {
        var (exitCode, output, errors) = await RedoclyAsync(BuildSetting.Contract);

        exitCode.ShouldBe(0, output + errors);
    }

    [Fact]
    public async Task spectral_finds_relapses()
    {
        const string reference = "\"$ref\": \"#/components/schemas/OperationStatus\"";
        var worse = await WorseAsync(
            ("\"format\": \"decimal\",", ""),
            ($"\"to\": {{ {reference} }}", $"\"to\": {{ {reference}, \"description\": \"After.\" }}"),
            ("\"x-scopes\": [\"payments:read\"],", ""),
            ("\"operationId\": \"GetRefund\"", "\"operationId\": \"GetPayment\"")
        );

        var (exitCode, output, _) = await SpectralAsync(worse);

        exitCode.ShouldBe(1, output);
        foreach (var rule in new[] { "decimals", "reference-alone", "scope-of-every-operation", "operation-operationId-unique" })
            output.ShouldContain(rule);
    }

    [Fact]
    public async Task redocly_finds_a_relapse()
    {
        var worse = await WorseAsync(("\"operationId\": \"GetRefund\"", "\"operationId\": \"GetPayment\""));

        var (exitCode, output, errors) = await RedoclyAsync(worse);

        exitCode.ShouldBe(1, output + errors);
        (output + errors).ShouldContain("operation-operationId-unique");
    }

    private static Task<(int ExitCode, string Output, string Errors)> SpectralAsync(string document) =>
        NodeProgram.RunAsync(
            Module("@stoplight/spectral-cli/dist/index.js"),
            "lint",
            document,
            "--ruleset",
            Path.Combine(BuildSetting.Linting, "spectral.yaml"),
            "--fail-severity",
            "hint"
        );

    private static Task<(int ExitCode, string Output, string Errors)> RedoclyAsync(string document) =>
        NodeProgram.RunAsync(
            Module("@redocly/cli/bin/cli.js"),
            "lint",
            document,
            "--config",
            Path.Combine(BuildSetting.Linting, "redocly.yaml"),
            "--format",
            "stylish"
        );

    private static string Module(string path) => Path.Combine(BuildSetting.ContractTools, "node_modules", path);

    // The first place that has each text, changed.
    private static async Task<string> WorseAsync(params (string Text, string Worse)[] changes)
    {
        var document = await File.ReadAllTextAsync(BuildSetting.Contract, TestContext.Current.CancellationToken);
        foreach (var (text, worse) in changes)
        {
            var at = document.IndexOf(text, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0, text);
            document = string.Concat(document.AsSpan(0, at), worse, document.AsSpan(at + text.Length));
        }

        var path = Path.Combine(Directory.CreateTempSubdirectory("contract-").FullName, "openapi.json");
        await File.WriteAllTextAsync(path, document, TestContext.Current.CancellationToken);
        return path;
    }
}
