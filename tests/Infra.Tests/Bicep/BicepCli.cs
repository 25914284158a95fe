using System.Runtime.InteropServices;
using Infra.Tests.Support;

namespace Infra.Tests.Bicep;

/// <summary>The real Bicep CLI, over the folder infra/.</summary>
internal static class BicepCli
{
    public static Task<ToolResult> RunAsync(params string[] arguments) => RunInAsync(Repository.Infra, arguments);

    public static Task<ToolResult> RunInAsync(string folder, params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The package with the Bicep CLI is for Linux on x64 only."
        );
        return Tool.RunAsync(Repository.Metadata("BicepPath"), folder, arguments);
    }
}
