using Infra.Tests.Support;

namespace Infra.Tests.Workflows;

public sealed class CiTests
{
    private readonly Workflow _sut = new(".github/workflows/ci.yml");

    [Fact]
    public void Every_pull_request_is_tested_packed_audited_and_linted()
    {
        _sut.Body("on:").ShouldContain("  pull_request:");
        _sut.Jobs.ShouldBe(["test", "package", "audit", "infra"]);
        _sut.Job("test").ShouldContain("      - run: .ci/run");
        _sut.Job("package").ShouldContain(line => line.Contains("infra/scripts/publish.sh"));
        _sut.Job("infra").ShouldContain("      - run: dotnet test --project tests/Infra.Tests");
    }

    [Fact]
    public void The_build_and_the_npm_packages_are_audited()
    {
        var audit = string.Join('\n', _sut.Job("audit"));

        audit.ShouldContain("dotnet restore Functions.sln -p:NuGetAudit=true -p:NuGetAuditMode=all");
        foreach (
            var package in Repository
                .Files("src/Sandbox", "package.json")
                .Concat(Repository.Files("tests/Infra.Tests", "package.json"))
                .Concat(Repository.Files("tests/Clients.Tests", "package.json"))
        )
            audit.ShouldContain($"working-directory: {Path.GetDirectoryName(package)}");
    }

    [Fact]
    public void Dependencies_are_renewed_after_a_cooldown()
    {
        var lines = Repository.Read(".github", "dependabot.yml").Split('\n').Select(line => line.Trim()).ToList();
        var ecosystems = lines.Where(line => line.StartsWith("- package-ecosystem: ", StringComparison.Ordinal)).ToList();

        ecosystems.ShouldBe(
            ["- package-ecosystem: nuget", "- package-ecosystem: npm", "- package-ecosystem: github-actions"],
            ignoreOrder: true
        );
        lines.Count(line => line == "cooldown:").ShouldBe(ecosystems.Count);
    }
}
