using DevelopmentHosting.Running;
using DevelopmentHosting.Settings;

namespace DevelopmentHosting.Tests.Settings;

public sealed class LocalSettingsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Values_of_the_first_file_found_are_read()
    {
        File.WriteAllText(
            Path.Combine(_folder, "local.settings.json"),
            """
            {
              "IsEncrypted": false,
              "Values": { "A__B": "1", "AzureWebJobs.X.Disabled": "true" },
              "Host": { "LocalHttpPort": 7072, "CORS": "https://shop.example" }
            }
            """
        );

        var sut = LocalSettingsFile.Read(Path.Combine(_folder, "missing"), _folder);

        sut.Values.ShouldBe(
            new Dictionary<string, string?> { ["A__B"] = "1", ["AzureWebJobs.X.Disabled"] = "true" },
            ignoreOrder: true
        );
        sut.LocalHttpPort.ShouldBe("7072");
        sut.Cors.ShouldBe("https://shop.example");
    }

    [Fact]
    public void Without_a_file_there_are_no_values() => LocalSettingsFile.Read(_folder).Values.ShouldBeEmpty();

    [Theory]
    [InlineData(new string[0], new[] { "https://shop.example", "https://admin.shop.example" })]
    [InlineData(new[] { "--cors", "http://localhost:3000" }, new[] { "http://localhost:3000" })]
    public void The_origins_that_may_call_are_the_commands_before_the_files(string[] arguments, string[] origins)
    {
        File.WriteAllText(
            Path.Combine(_folder, "local.settings.json"),
            """{ "Host": { "CORS": "https://shop.example, https://admin.shop.example" } }"""
        );

        HostCommand.Read(arguments, LocalSettingsFile.Read(_folder)).CorsOrigins.ShouldBe(origins);
    }

    [Fact]
    public void Without_a_word_no_origin_may_call() =>
        HostCommand.Read([], LocalSettingsFile.Read(_folder)).CorsOrigins.ShouldBeEmpty();
}
