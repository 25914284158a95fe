using LocalFunctions.Hosting;

namespace Functions.LocalRuntime.Tests.Hosting;

public sealed class LocalSettingsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void values_of_the_first_file_found_are_read()
    {
        File.WriteAllText(
            Path.Combine(_folder, "local.settings.json"),
            """{ "IsEncrypted": false, "Values": { "A__B": "1", "AzureWebJobs.X.Disabled": "true" }, "Host": { "Cors": "*" } }"""
        );

        var values = LocalSettingsFile.Read(Path.Combine(_folder, "missing"), _folder);

        values.ShouldBe(
            new Dictionary<string, string?> { ["A__B"] = "1", ["AzureWebJobs.X.Disabled"] = "true" },
            ignoreOrder: true
        );
    }

    [Fact]
    public void without_a_file_there_are_no_values()
    {
        LocalSettingsFile.Read(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void what_the_environment_has_already_is_left_alone()
    {
        Environment.SetEnvironmentVariable("LocalSettingsFileTests__Set", "environment");

        LocalSettingsFile.ApplyToEnvironment(
            new Dictionary<string, string?>
            {
                ["LocalSettingsFileTests__Set"] = "file",
                ["LocalSettingsFileTests__Unset"] = "file",
            }
        );

        Environment.GetEnvironmentVariable("LocalSettingsFileTests__Set").ShouldBe("environment");
        Environment.GetEnvironmentVariable("LocalSettingsFileTests__Unset").ShouldBe("file");
    }
}
