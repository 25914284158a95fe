using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Bicep;

public sealed class BuildTests(CompiledTemplate sut)
{
    [Fact]
    public async Task The_template_builds_without_a_word()
    {
        var build = await sut.BuildAsync();

        build.ShouldSucceed().Error.ShouldBeEmpty();
    }

    // A misspelled property is only a warning to Bicep, and warnings exit with 0: the list has to be empty.
    [Fact]
    public async Task Every_file_lints_with_zero_diagnostics()
    {
        var lint = await BicepCli.RunAsync("lint", "--pattern", "**/*.bicep", "--diagnostics-format", "sarif");

        var runs = SarifRuns(lint.ShouldSucceed());
        runs.Count.ShouldBe(Repository.Files("infra", "*.bicep").Count);
        runs.SelectMany(run => run["results"]!.AsArray()).Select(result => result!.ToJsonString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Both_parameter_files_build_without_a_word(string environment)
    {
        var build = await BicepCli.RunAsync("build-params", $"main.{environment}.bicepparam", "--stdout");

        build.ShouldSucceed().Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_file_is_formatted()
    {
        using var copy = new FolderCopy(Repository.Infra);

        (await BicepCli.RunInAsync(copy.Path, "format", "--pattern", "**/*.bicep")).ShouldSucceed();
        foreach (var parameters in Directory.EnumerateFiles(copy.Path, "*.bicepparam"))
            (await BicepCli.RunInAsync(copy.Path, "format", parameters)).ShouldSucceed();

        copy.ChangedFiles().ShouldBeEmpty("Run 'bicep format' on these files.");
    }

    [Fact]
    public void No_module_is_left_over()
    {
        var sources = Repository.Files("infra", "*.bicep").Select(file => Repository.Read(file)).ToList();

        foreach (var module in Repository.Files("infra/modules", "*"))
            sources.ShouldContain(source => source.Contains($"{Path.GetFileName(module)}'"), $"{module} is used by nothing.");
    }

    // One SARIF document after the other, for one file each.
    private static List<JsonNode> SarifRuns(ToolResult lint) =>
        [
            .. $"{lint.Output}{lint.Error}"
                .Split("{\n  \"$schema\"", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(document => JsonNode.Parse("{\n  \"$schema\"" + document)!["runs"]!.AsArray())
                .Select(run => run!),
        ];
}
