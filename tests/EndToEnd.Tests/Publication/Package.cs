using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;

namespace EndToEnd.Tests.Publication;

/// <summary>The package that is deployed, made by the script that deployments use, and unpacked.</summary>
public sealed class Package : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("package-");

    public string Folder => Path.Combine(work.FullName, "app");

    /// <summary>For a sandbox that serves it; removed with everything else.</summary>
    public string SandboxFolder => Path.Combine(work.FullName, "sandbox");

    /// <summary>Relative paths, with slashes.</summary>
    public IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')),
        ];

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public async ValueTask InitializeAsync()
    {
        var zip = Path.Combine(work.FullName, "app.zip");
        await PublishAsync(zip);
        await ZipFile.ExtractToDirectoryAsync(zip, Folder);
    }

    public ValueTask DisposeAsync()
    {
        work.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task PublishAsync(string zip)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root(), "infra", "scripts", "publish.sh"), zip])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A compiler that stays would hold the pipes open.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{await output}{await error}");
    }

    private static string Root() =>
        typeof(Package)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot")
            .Value!;
}
