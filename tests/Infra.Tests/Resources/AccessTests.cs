using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Bicep;

namespace Infra.Tests.Resources;

public sealed partial class AccessTests(CompiledTemplate template)
{
    // Microsoft's ids of its built-in roles. A role that is not in this list is one role too many.
    private static readonly (string Scope, string Role, string Id)[] Expected =
    [
        ("Microsoft.Storage/storageAccounts", "Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
        ("Microsoft.Storage/storageAccounts", "Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
        ("Microsoft.Storage/storageAccounts", "Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"),
        ("Microsoft.KeyVault/vaults", "Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6"),
        ("Microsoft.Insights/components", "Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb"),
    ];

    [Fact]
    public void The_app_has_exactly_these_roles_each_on_one_resource()
    {
        foreach (var sut in Predicted.Both)
        {
            var assignments = sut.OfType("Microsoft.Authorization/roleAssignments");

            assignments
                .Select(assignment => (Scope(assignment), Id(assignment)))
                .ShouldBe(Expected.Select(role => (role.Scope, role.Id)), ignoreOrder: true);
        }
    }

    [Fact]
    public void Every_role_goes_to_the_identity_that_the_app_runs_as()
    {
        foreach (var sut in Predicted.Both)
        {
            var identity = Predicted.Text(sut.Single("Microsoft.ManagedIdentity/userAssignedIdentities")["id"]);
            var app = sut.Single("Microsoft.Web/sites");

            app["identity"]!["userAssignedIdentities"]!.AsObject().Select(one => one.Key).ShouldBe([identity]);
            foreach (var assignment in sut.OfType("Microsoft.Authorization/roleAssignments"))
            {
                var principal = Predicted.Text(assignment["properties"]!["principalId"]);
                principal.ShouldBe($"[reference('{identity}', '2024-11-30').principalId]");
            }
        }
    }

    [Fact]
    public async Task No_key_is_ever_read_or_handed_over()
    {
        var text = await template.TextAsync();

        KeyFunctions().Matches(text).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_secret_is_a_parameter()
    {
        var text = await template.TextAsync();

        text.ShouldNotContain("securestring", Case.Insensitive);
        text.ShouldNotContain("secureobject", Case.Insensitive);
        text.ShouldNotContain("Microsoft.KeyVault/vaults/secrets", Case.Insensitive);
    }

    private static string Scope(JsonObject assignment)
    {
        var parts = Predicted.Text(assignment["id"]).Split('/');
        var provider = Array.IndexOf(parts, "providers");
        return $"{parts[provider + 1]}/{parts[provider + 2]}";
    }

    private static string Id(JsonObject assignment) =>
        Predicted.Text(assignment["properties"]!["roleDefinitionId"]).Split('/')[^1];

    [GeneratedRegex(
        @"\blist(Keys|Secrets|AccountSas|ServiceSas|ConnectionStrings|Value)\w*\(|AccountKey=|InstrumentationKey",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex KeyFunctions();
}
