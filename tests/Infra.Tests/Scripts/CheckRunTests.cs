using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Scripts;

public sealed class CheckRunTests : IDisposable
{
    private const string Here = "shop/gateway";

    // What GitHub answers is a file; gh's own --jq is jq's language.
    private const string Gh = """
        #!/usr/bin/env bash
        case $2 in
          repos/shop/gateway/actions/runs/42) answer=run.json ;;
          repos/shop/gateway/compare/main...c0ffee) answer=compare.json ;;
          *) exit 1 ;;
        esac
        jq -r "$4" "$(dirname "$0")/$answer"
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData("behind", ".github/workflows/deploy.yml")]
    [InlineData("identical", ".github/workflows/deploy.yml@main")]
    public async Task A_package_that_main_made_is_deployed(string place, string path)
    {
        var sut = await RunAsync("42", place, path: path);

        sut.ShouldSucceed();
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", "push", "main", Here)]
    [InlineData(".github/workflows/deploy.yml", "pull_request", "main", Here)]
    [InlineData(".github/workflows/deploy.yml", "workflow_dispatch", "main", Here)]
    [InlineData(".github/workflows/deploy.yml", "push", "feature", Here)]
    [InlineData(".github/workflows/deploy.yml", "pull_request", "main", "stranger/gateway")]
    [InlineData(".github/workflows/deploy.yml", "push", "main", "stranger/gateway")]
    [InlineData(".github/workflows/deploy.yml", "push", "main", null)]
    public async Task A_package_that_anybody_else_made_is_not(string path, string @event, string branch, string? repository)
    {
        var sut = await RunAsync("42", "identical", path, @event, branch, repository);

        sut.ExitCode.ShouldBe(1);
        sut.Output.ShouldContain("::error::Run 42 is none of the workflow deploy on a push to main");
    }

    [Theory]
    [InlineData("ahead")]
    [InlineData("diverged")]
    public async Task A_package_of_a_commit_that_is_not_on_main_is_not(string place)
    {
        var sut = await RunAsync("42", place);

        sut.ExitCode.ShouldBe(1);
        sut.Output.ShouldContain("::error::The commit of run 42 is not on main");
    }

    [Theory]
    [InlineData("43")]
    [InlineData("")]
    [InlineData("42/../43")]
    [InlineData("42?per_page=1")]
    public async Task What_is_no_run_is_refused(string run)
    {
        var sut = await RunAsync(run, "identical");

        sut.ExitCode.ShouldNotBe(0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<ToolResult> RunAsync(
        string run,
        string place,
        string path = ".github/workflows/deploy.yml",
        string @event = "push",
        string branch = "main",
        string? repository = Here
    )
    {
        Write("gh", Gh);
        Write("compare.json", new JsonObject { ["status"] = place }.ToJsonString());
        Write(
            "run.json",
            new JsonObject
            {
                ["path"] = path,
                ["event"] = @event,
                ["head_branch"] = branch,
                ["head_repository"] = repository is null ? null : new JsonObject { ["full_name"] = repository },
                ["head_sha"] = "c0ffee",
            }.ToJsonString()
        );
        return await Tool.RunAsync(
            "bash",
            Repository.Root,
            [
                "-c",
                $"chmod +x \"$0/gh\" && PATH=\"$0:$PATH\" GH_REPO={Here} infra/scripts/check-run.sh \"$1\"",
                _folder.FullName,
                run,
            ]
        );
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
