using System.Runtime.InteropServices;

namespace Sandbox.Processes;

/// <summary>Starts a .NET program with the very runtime that this process runs on, so that PATH need not name it.</summary>
internal static class DotNetProgram
{
    public static ChildProcessOptions Run(string dll, params IEnumerable<string> arguments) =>
        new(Host(), [dll, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(dll) };

    // <root>/shared/Microsoft.NETCore.App/<version>/
    private static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
