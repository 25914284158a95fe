namespace Functions.Tests.AzureMode;

/// <summary>The project as GitHub builds it for Azure. Microsoft's worker packages are in no registry that every machine reaches, so the build itself is held to what MSBuild says of it.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string> Worker = new()
    {
        ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
        ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.0.7",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http"] = "3.3.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues"] = "5.5.5",
        ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
        ["Microsoft.Azure.Functions.Worker.OpenTelemetry"] = "1.2.0",
    };

    private static readonly string[] Common =
    [
        "Azure.Monitor.OpenTelemetry.Exporter",
        "OpenTelemetry.Exporter.OpenTelemetryProtocol",
        "OpenTelemetry.Extensions.Hosting",
        // Of the build alone.
        "Meziantou.Analyzer",
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
    ];

    [Fact]
    public void microsofts_worker_is_referenced_in_exactly_these_versions()
    {
        var packages = Evaluation.Azure.Packages;

        packages.Where(package => !Common.Contains(package.Key)).ShouldBe(Worker, ignoreOrder: true);
        packages.Keys.ShouldBe(Worker.Keys.Concat(Common), ignoreOrder: true);
    }

    [Fact]
    public void every_version_is_one_version()
    {
        // A range or a wildcard would build something else tomorrow.
        Evaluation.Azure.Packages.Values.ShouldAllBe(version => version.All(one => char.IsAsciiLetterOrDigit(one) || one == '.'));
    }

    [Fact]
    public void the_local_runtime_is_referenced_locally_only()
    {
        Evaluation.Azure.Items("ProjectReference").Select(Name).ShouldBe(["PaymentOperations.csproj"]);
        Evaluation
            .Local.Items("ProjectReference")
            .Select(Name)
            .ShouldBe(["PaymentOperations.csproj", "Functions.LocalRuntime.csproj"], ignoreOrder: true);
        Evaluation.Local.Packages.Keys.ShouldBe(Common, ignoreOrder: true);
    }

    [Fact]
    public void it_is_a_functions_app_for_linux()
    {
        var sut = Evaluation.Azure;

        sut.Property("AzureFunctionsVersion").ShouldBe("v4");
        sut.Property("OutputType").ShouldBe("Exe");
        sut.Property("TargetFramework").ShouldBe("net10.0");
        sut.Property("RuntimeIdentifiers").ShouldBe("linux-x64");
        sut.Items("FrameworkReference").ShouldContain("Microsoft.AspNetCore.App");
    }

    [Fact]
    public void the_modes_share_neither_outputs_nor_a_lock_file()
    {
        // One obj folder for both is CS0433, one lock file NU1004.
        Name(Evaluation.Azure.Property("ArtifactsPath")).ShouldBe("azure");
        Name(Evaluation.Local.Property("ArtifactsPath")).ShouldBe("local");
        Name(Evaluation.Azure.Property("NuGetLockFilePath")).ShouldBe("packages.azure.lock.json");
        Evaluation.Local.Property("NuGetLockFilePath").ShouldNotEndWith("packages.azure.lock.json");
    }

    private static string Name(string path) => path.Split('/', '\\')[^1];
}
