using System.Text.Json.Nodes;

namespace Infra.Tests.Resources;

public sealed class DiagnosticsTests
{
    private static readonly string[] Watched =
    [
        "Microsoft.KeyVault/vaults",
        "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/queueServices",
        "Microsoft.Storage/storageAccounts/tableServices",
        "Microsoft.Web/sites",
    ];

    [Fact]
    public void Vault_storage_and_app_write_their_logs_to_the_workspace()
    {
        foreach (var sut in Predicted.Both)
        {
            var workspace = Predicted.Text(sut.Single("Microsoft.OperationalInsights/workspaces")["id"]);
            var settings = sut.OfType("Microsoft.Insights/diagnosticSettings");

            var watched = Watched.Select(type => $"{Predicted.Text(sut.Single(type)["id"])}/providers/");
            settings.Count.ShouldBe(Watched.Length);
            watched.ShouldAllBe(id => settings.Any(setting => StartsWith(setting, id)));
            settings.ShouldAllBe(setting => Predicted.Text(setting["properties"]!["workspaceId"]) == workspace);
            settings.ShouldAllBe(setting => setting["properties"]!["logs"]!.AsArray().Count > 0);
        }
    }

    private static bool StartsWith(JsonObject setting, string id) =>
        Predicted.Text(setting["id"]).StartsWith(id, StringComparison.Ordinal);
}
