using System.Reflection;

namespace Sandbox.Processes;

/// <summary>Paths of the programs that the sandbox starts; the build writes them into this assembly as metadata.</summary>
internal static class StartedPrograms
{
    public static string Azurite => Find("Azurite");

    public static string App => Find("Functions.Local");

    public static string Simulator => Find("TwoC2P.Simulator");

    private static string Find(string name)
    {
        var path = typeof(StartedPrograms)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => string.Equals(metadata.Key, name, StringComparison.Ordinal))
            ?.Value;
        return path is not null && File.Exists(path)
            ? path
            : throw new SandboxException(
                $"The program {name} is not there ({path}). Build src/Sandbox again: dotnet build src/Sandbox"
            );
    }
}
