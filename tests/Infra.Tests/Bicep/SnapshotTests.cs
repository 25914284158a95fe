namespace Infra.Tests.Bicep;

/// <summary>
/// The resources that Azure would be asked for, with every expression evaluated as far as possible, are committed beside the parameters: a change of the templates shows in review as the change that Azure would see.
/// </summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_predicted_resources_are_the_committed_ones(string environment)
    {
        var validation = await BicepCli.RunAsync(
            "snapshot",
            $"main.{environment}.bicepparam",
            "--mode",
            "validate",
            "--tenant-id",
            "11111111-1111-1111-1111-111111111111",
            "--subscription-id",
            "22222222-2222-2222-2222-222222222222",
            "--resource-group",
            $"rg-payments-{environment}",
            "--location",
            "southeastasia"
        );

        validation.ExitCode.ShouldBe(
            0,
            $"{validation.Error}{validation.Output}\nIf this change is wanted, run the same command with '--mode overwrite' in infra/ (infra/README.md) and commit the result."
        );
    }
}
