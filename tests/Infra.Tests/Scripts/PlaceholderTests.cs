using Infra.Tests.Support;

namespace Infra.Tests.Scripts;

public sealed class PlaceholderTests
{
    private const string Script = "infra/scripts/deploy-infrastructure.sh";

    [Fact]
    public async Task A_deployment_whose_parameters_nobody_filled_in_stops_and_names_them()
    {
        var sut = await Tool.RunAsync("bash", Repository.PathOf(""), [Script, "prod"]);

        sut.ExitCode.ShouldBe(1);
        foreach (var placeholder in new[] { "REPLACEME", "operatorAddresses", "publicBaseUrl", "alertEmails" })
            sut.Output.ShouldContain(placeholder);
    }

    [Fact]
    public void The_test_environment_has_none()
    {
        var parameters = Repository.Read("infra", "main.dev.bicepparam");

        parameters.ShouldNotContain("REPLACEME");
        parameters.ShouldNotContain("example.com");
    }
}
