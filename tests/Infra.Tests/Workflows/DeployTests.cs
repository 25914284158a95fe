using Infra.Tests.Support;

namespace Infra.Tests.Workflows;

public sealed class DeployTests
{
    private readonly Workflow _deploy = new(".github/workflows/deploy.yml");
    private readonly Workflow _environment = new(".github/workflows/deploy-environment.yml");

    [Fact]
    public void The_package_is_built_once_and_goes_to_dev_and_then_to_prod()
    {
        string.Join('\n', _deploy.Lines).Split("infra/scripts/publish.sh").Length.ShouldBe(2);
        _deploy.Job("dev").ShouldContain("    needs: build");
        _deploy.Job("prod").ShouldContain("    needs: dev");
        foreach (var job in new[] { "dev", "prod" })
        {
            _deploy.Job(job).ShouldContain($"      environment: {job}");
            _deploy.Job(job).ShouldContain("      run-id: ${{ github.run_id }}");
        }
    }

    // Required reviewers belong to a GitHub environment: without this line nobody is asked.
    [Fact]
    public void A_deployment_runs_in_the_GitHub_environment_whose_reviewers_agree()
    {
        _environment.Job("deploy").ShouldContain("    environment: ${{ inputs.environment }}");
    }

    [Fact]
    public void A_deployment_is_never_cut_off_by_the_next()
    {
        _environment
            .Body("concurrency:")
            .ShouldBe(["  group: environment-${{ inputs.environment }}", "  cancel-in-progress: false", ""]);
    }

    [Fact]
    public void After_each_deployment_the_app_is_asked_and_taken_back_if_it_is_not_ready()
    {
        var steps = _environment.Scripts.Select(script => script.Trim()).ToList();

        steps[1].ShouldContain("deploy-infrastructure.sh");
        steps[2].ShouldBe("infra/scripts/deploy-app.sh \"$RUNNER_TEMP/new/app.zip\"");
        steps[3].ShouldBe("infra/scripts/smoke-test.sh");
        steps[4].ShouldContain("infra/scripts/deploy-app.sh \"$RUNNER_TEMP/last-good/app.zip\"");
        steps[4].ShouldContain("infra/scripts/smoke-test.sh");
        _environment.Job("deploy").ShouldContain(line => line.Contains("if: failure()"));
        Repository.Read("infra", "scripts", "smoke-test.sh").ShouldContain("/api/health/ready");
    }

    // By hand, any number of a run can be given.
    [Fact]
    public void No_package_is_fetched_before_it_is_seen_that_main_made_it()
    {
        var steps = _environment.Job("deploy").Select(line => line.Trim()).ToList();

        var check = steps.IndexOf("run: infra/scripts/check-run.sh \"$RUN_ID\"");
        check.ShouldBeGreaterThan(0);
        steps
            .FindIndex(line => line.StartsWith("- uses: actions/download-artifact@", StringComparison.Ordinal))
            .ShouldBeGreaterThan(check);
    }

    [Fact]
    public void Azure_is_entered_without_any_stored_secret()
    {
        foreach (var workflow in new[] { _deploy, _environment })
        {
            workflow.Uses.ShouldContain(use => use.StartsWith("azure/login@"));
            workflow.Lines.ShouldContain(line => line.Trim() == "id-token: write");
            workflow.Lines.ShouldNotContain(line => line.Contains("secrets.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_pull_request_shows_what_would_change_and_changes_nothing()
    {
        var whatIf = _deploy.Job("what-if");

        whatIf.ShouldContain(line => line.Contains("infra/scripts/what-if.sh"));
        whatIf.ShouldContain(line => line.Contains("gh pr comment"));
        whatIf.ShouldContain(line => line.Contains("head.repo.full_name == github.repository"));
        Repository.Read("infra", "scripts", "what-if.sh").ShouldNotContain("deployment group create");
    }

    [Fact]
    public void The_package_is_built_for_Azure()
    {
        var publish = Repository.Read("infra", "scripts", "publish.sh");

        publish.ShouldContain("dotnet publish src/Functions -c Release -r linux-x64");
        publish.ShouldContain("-p:PublishReadyToRun=true");
    }

    [Fact]
    public void Deployments_use_the_compiler_that_the_tests_use()
    {
        const string package = "\"Azure.Bicep.CommandLine.linux-x64\" Version=\"";

        var packages = Repository.Read("Directory.Packages.props");
        var version = packages[(packages.IndexOf(package, StringComparison.Ordinal) + package.Length)..].Split('"')[0];

        foreach (var script in new[] { "what-if.sh", "deploy-infrastructure.sh" })
            Repository.Read("infra", "scripts", script).ShouldContain($"az bicep install --version v{version}");
    }
}
