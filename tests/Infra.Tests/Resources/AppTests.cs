using System.Text.Json.Nodes;
using Infra.Tests.Support;

namespace Infra.Tests.Resources;

public sealed class AppTests
{
    [Fact]
    public void The_app_runs_on_Flex_Consumption_with_dotnet_10()
    {
        foreach (var sut in Predicted.Both)
        {
            var plan = sut.Single("Microsoft.Web/serverfarms");
            var runtime = App(sut)["properties"]!["functionAppConfig"]!["runtime"]!;

            Predicted.Text(plan["sku"]!["name"]).ShouldBe("FC1");
            Predicted.Text(runtime["name"]).ShouldBe("dotnet-isolated");
            Predicted.Text(runtime["version"]).ShouldBe("10.0");
        }
    }

    // The default strategy kills running executions at every deployment.
    [Fact]
    public void A_deployment_lets_running_operations_finish()
    {
        foreach (var sut in Predicted.Both)
        {
            var strategy = App(sut)["properties"]!["functionAppConfig"]!["siteUpdateStrategy"]!;

            Predicted.Text(strategy["type"]).ShouldBe("RollingUpdate");
        }
    }

    [Fact]
    public void Only_https_with_TLS_1_2_or_newer_gets_in()
    {
        foreach (var sut in Predicted.Both)
        {
            var properties = App(sut)["properties"]!;

            Predicted.IsTrue(properties["httpsOnly"]).ShouldBeTrue();
            Predicted.Text(properties["siteConfig"]!["minTlsVersion"]).ShouldBe("1.2");
            Predicted.Text(properties["siteConfig"]!["scmMinTlsVersion"]).ShouldBe("1.2");
        }
    }

    [Fact]
    public void Nobody_publishes_with_a_password()
    {
        foreach (var sut in Predicted.Both)
        {
            var policies = sut.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

            sut.Names("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ShouldBe(["ftp", "scm"], ignoreOrder: true);
            policies.ShouldAllBe(policy => !policy["properties"]!["allow"]!.GetValue<bool>());
        }
    }

    [Fact]
    public void No_page_of_any_origin_may_call_unless_it_is_named()
    {
        foreach (var sut in Predicted.Both)
            App(sut)["properties"]!["siteConfig"]!["cors"]!["allowedOrigins"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void The_parameter_that_names_origins_is_what_the_platform_allows_and_without_cookies()
    {
        Repository.Read("infra", "main.bicep").ShouldMatch(@"(?m)^    allowedOrigins: allowedOrigins\r?$");
        Repository
            .Read("infra", "modules", "function-app.bicep")
            .ShouldContain("cors: { allowedOrigins: allowedOrigins, supportCredentials: false }");
    }

    [Fact]
    public void Telemetry_is_taken_from_identities_only()
    {
        foreach (var sut in Predicted.Both)
        {
            var workspace = sut.Single("Microsoft.OperationalInsights/workspaces")["properties"]!;
            var insights = sut.Single("Microsoft.Insights/components")["properties"]!;

            Predicted.IsTrue(insights["DisableLocalAuth"]).ShouldBeTrue();
            Predicted.IsTrue(workspace["features"]!["disableLocalAuth"]).ShouldBeTrue();
        }
    }

    private static JsonObject App(Predicted sut) => sut.Single("Microsoft.Web/sites");
}
