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
    public async Task The_build_and_every_npm_package_are_audited()
    {
        var audit = _sut.Job("audit").Select(line => line.Trim()).ToList();

        audit.ShouldContain(line => line.Contains("dotnet restore Functions.sln -p:NuGetAudit=true -p:NuGetAuditMode=all"));
        audit
            .Where(line => line.StartsWith("working-directory: ", StringComparison.Ordinal))
            .Select(line => line["working-directory: ".Length..])
            .ShouldBe(await FoldersWithAsync("package-lock.json"), ignoreOrder: true);
    }

    [Fact]
    public void What_is_deployed_has_a_bill_of_materials()
    {
        var package = _sut.Job("package").Select(line => line.Trim()).ToList();

        package.ShouldContain("run: infra/scripts/bill-of-materials.sh \"$RUNNER_TEMP/bom.json\"");
        package.ShouldContain("path: ${{ runner.temp }}/bom.json");
        Repository
            .Read("infra", "scripts", "bill-of-materials.sh")
            .ShouldContain("dotnet CycloneDX src/Functions/Functions.csproj");
        Repository.Read(".config", "dotnet-tools.json").ShouldContain("\"cyclonedx\"");
    }

    [Fact]
    public async Task Dependencies_of_every_folder_are_renewed()
    {
        var npm = Directories("npm");
        var nuget = Directories("nuget");

        npm.ShouldBe((await FoldersWithAsync("package-lock.json")).Select(folder => $"/{folder}"), ignoreOrder: true);
        var solution = Repository.Read("Functions.sln").Replace('\\', '/');
        var outside = (await FoldersWithAsync("packages.lock.json")).Where(folder =>
            !solution.Contains($"\"{folder}/", StringComparison.Ordinal)
        );
        nuget.ShouldBe(["/", .. outside.Select(folder => $"/{folder}")], ignoreOrder: true);
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

    private static IReadOnlyList<string> Directories(string ecosystem) =>
        [
            .. Repository
                .Read(".github", "dependabot.yml")
                .Split($"- package-ecosystem: {ecosystem}\n")[1]
                .Split("directories: [")[1]
                .Split(']')[0]
                .Split(", "),
        ];

    private static async Task<IReadOnlyList<string>> FoldersWithAsync(string file) =>
        [
            .. (await Repository.TrackedAsync())
                .Where(path => Path.GetFileName(path) == file)
                .Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/')),
        ];
}
