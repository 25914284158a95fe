using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Support;
using PaymentOperations.Storage;

namespace Infra.Tests.Docs;

public sealed partial class DeployGuideTests
{
    private readonly string _sut = Repository.Read("docs", "deploy.md");

    [Fact]
    public void Its_API_keys_have_the_form_that_the_code_reads()
    {
        var entry = typeof(StorageLayout).Assembly.GetType("PaymentOperations.Merchants.Vault.ApiKeyEntry", throwOnError: true)!;
        var names = entry.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToList();
        var required = entry
            .GetProperties()
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .ToList();

        var examples = JsonNode.Parse(JsonBlock().Match(_sut).Groups["json"].Value)!.AsArray();

        required.ShouldBe(["id", "sha256", "scopes"], ignoreOrder: true);
        examples.Count.ShouldBe(2);
        foreach (var example in examples.Select(example => example!.AsObject().Select(property => property.Key).ToList()))
        {
            example.Except(names).ShouldBeEmpty();
            required.Except(example).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Its_scopes_are_those_that_the_functions_ask_for()
    {
        var access = Repository.Read("src", "Functions", "Http", "Security", "FunctionAccess.cs");
        var scopes = Scope().Matches(_sut).Select(match => match.Value).Distinct().ToList();

        scopes.ShouldNotBeEmpty();
        scopes.Where(scope => !access.Contains(scope, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_key_of_people_on_call_has_every_scope_that_there_is()
    {
        var access = Repository.Read("src", "Functions", "Http", "Security", "FunctionAccess.cs");
        var scopes = AccessScope().Matches(access).Select(match => match.Groups["scope"].Value).Distinct().ToList();

        var key = OperatorKey().Match(_sut).Groups["scopes"].Value.Split(',');

        scopes.Count.ShouldBeGreaterThan(15);
        key.ShouldBe(scopes, ignoreOrder: true);
    }

    [Fact]
    public async Task Its_costs_are_what_the_script_computes()
    {
        var sut = await Tool.RunAsync("bash", Repository.Root, ["infra/scripts/cost.sh"]);

        sut.ShouldSucceed();
        _sut.ShouldContain(sut.Output);
        sut.Output.Split('\n').Count(line => line.Contains("**sum**", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Prices_of_ones_own_change_the_sum()
    {
        var sut = await Tool.RunAsync(
            "bash",
            Repository.Root,
            ["-c", "PRICE_LOG_ALERT=0 PRICE_METRIC_ALERT=0 infra/scripts/cost.sh 0"]
        );

        sut.Output.ShouldContain("| 0 | alerts | 12 of logs, 1 of a metric | 0.00 | 0.00 |");
    }

    [Theory]
    [InlineData("ledger-data-key")]
    [InlineData("-secret-key")]
    [InlineData("-api-keys")]
    [InlineData("-private-key")]
    [InlineData("gateway-certificate")]
    public void Every_secret_is_written_under_the_name_that_the_code_reads(string name)
    {
        var code = Repository.Files("src/PaymentOperations/Merchants", "*.cs").Select(file => Repository.Read(file));
        var command = name.StartsWith('-') ? $"--name $MERCHANT{name} " : $"--name {name} ";

        code.ShouldContain(file => file.Contains($"{name}\"", StringComparison.Ordinal));
        _sut.ShouldContain($"az keyvault secret set --vault-name $VAULT {command}");
    }

    [Fact]
    public void The_deploying_identity_may_assign_the_five_roles_of_the_templates_and_no_other()
    {
        var line = _sut.Split('\n').Single(one => one.StartsWith("ROLES=", StringComparison.Ordinal));
        var templates = string.Join('\n', Repository.Files("infra/modules", "*.bicep").Select(file => Repository.Read(file)));

        Id()
            .Matches(line)
            .Select(match => match.Value)
            .ShouldBe(Id().Matches(templates).Select(match => match.Value), ignoreOrder: true);
    }

    [Fact]
    public void Its_scripts_variables_and_files_exist()
    {
        foreach (var script in Script().Matches(_sut).Select(match => match.Value).Distinct())
            File.Exists(Repository.PathOf(script)).ShouldBeTrue(script);

        var workflows =
            Repository.Read(".github", "workflows", "deploy.yml")
            + Repository.Read(".github", "workflows", "deploy-environment.yml");
        var set = VariableSet().Matches(_sut).Select(match => match.Groups["name"].Value);
        var used = VariableUsed().Matches(workflows).Select(match => match.Groups["name"].Value).Distinct();

        set.ShouldBe(used, ignoreOrder: true);
    }

    // Whoever can push a branch can put a workflow on it that names the environment, and Azure trusts the environment.
    [Fact]
    public void An_environment_is_entered_from_main_only_whichever_it_is()
    {
        var github = _sut.Split("\n## 4. GitHub\n")[1].Split("\n## ")[0];

        github.ShouldContain("gh api --method PUT repos/$REPOSITORY/environments/$ENVIRONMENT --input -");
        github.ShouldContain("\"custom_branch_policies\": true");
        github.ShouldContain(
            "gh api --method POST repos/$REPOSITORY/environments/$ENVIRONMENT/deployment-branch-policies -f name=main -f type=branch"
        );
    }

    [Fact]
    public void It_tells_the_platforms_limit_and_the_rule_for_a_front_door()
    {
        _sut.ShouldContain("`x-ms-invocation-id`");
        _sut.ShouldContain("500 after 15 seconds");
    }

    [GeneratedRegex("```json\n(?<json>[^`]+)```", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(
        """
            \] = "(?<scope>[a-z-]+:[a-z]+)"
            """,
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex AccessScope();

    [GeneratedRegex(
        @"keys new --merchant \$MERCHANT --id operator [^`]*?--scopes (?<scopes>[a-z:,-]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OperatorKey();

    [GeneratedRegex(@"\b[a-z]+:(read|write)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Scope();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"infra/scripts/[a-z-]+\.sh", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Script();

    [GeneratedRegex("gh variable set (?<name>[A-Z_]+) ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VariableSet();

    [GeneratedRegex(@"\bvars\.(?<name>[A-Z_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VariableUsed();
}
